package org.constancia.store.log;

import java.util.List;
import java.util.Optional;
import org.constancia.evidence.digest.Sha256;
import org.constancia.evidence.log.Halt;
import org.constancia.evidence.log.LogEntry;
import org.constancia.evidence.log.LogState;
import org.constancia.evidence.log.TransparencyLog;
import org.constancia.evidence.merkle.MerkleHash;
import org.constancia.evidence.note.Checkpoint;

/// Whether the log on disk and the database tell the same story, asked at every start. Either may have been
/// restored to an older state; then nothing more is appended until a person has decided. The thorough
/// comparison is fsck's.
final class LogComparison {
    /// What was found.
    sealed interface Finding {
        /// They agree.
        record Agreeing() implements Finding {}

        /// A log that the database does not know yet: the first one, or one that was just begun.
        record NewLog() implements Finding {}

        /// They do not agree.
        record Diverging(LogState.ReadOnly state) implements Finding {}
    }

    /// How many of the last entries are compared one by one.
    private static final int COMPARED = 32;

    private LogComparison() {}

    static Finding compare(LogLedger ledger, TransparencyLog log) {
        Optional<LogLedger.KnownLog> known = ledger.findLatest();
        if (known.isEmpty()) {
            return log.number() == 1 && log.size() == 0
                    ? new Finding.NewLog()
                    : diverging(Halt.UNKNOWN_TO_DATABASE, log.size());
        }
        LogLedger.KnownLog latest = known.get();
        if (isJustBegun(latest, log)) return new Finding.NewLog();
        if (latest.number() != log.number() || !latest.origin().equals(log.origin())) {
            return diverging(Halt.ANOTHER_LOG, latest.origin(), log.origin());
        }
        return compareEntries(ledger, latest, log);
    }

    /// A new origin was signed, and the database was not told before the program ended.
    private static boolean isJustBegun(LogLedger.KnownLog latest, TransparencyLog log) {
        return log.number() == latest.number() + 1
                && log.size() == 1
                && LogEntry.parse(log.entry(0)).type().equals("origin");
    }

    private static Finding compareEntries(LogLedger ledger, LogLedger.KnownLog latest, TransparencyLog log) {
        long given = ledger.given(log.number());
        if (log.size() < latest.size()) {
            return diverging(Halt.OLDER_LOG, log.size(), latest.size());
        }
        if (given < log.size()) {
            return diverging(Halt.OLDER_DATABASE, log.size(), given);
        }
        if (latest.checkpoint().isPresent()
                && !log.isExtensionOf(Checkpoint.parse(latest.checkpoint().get().text()))) {
            return diverging(Halt.ANOTHER_HISTORY);
        }
        long from = Math.max(0, log.size() - COMPARED);
        List<Sha256> hashes = ledger.hashes(log.number(), from, log.size());
        for (int i = 0; i < hashes.size(); i++) {
            if (!hashes.get(i).equals(MerkleHash.ofLeaf(log.entry(from + i)))) {
                return diverging(Halt.ANOTHER_ENTRY, from + i);
            }
        }
        return new Finding.Agreeing();
    }

    private static Finding diverging(Halt halt, Object... details) {
        return new Finding.Diverging(LogState.ReadOnly.because(halt, details));
    }
}
