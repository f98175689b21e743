package org.constancia.evidence.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.constancia.evidence.digest.Sha256;
import org.constancia.evidence.note.Policy;

/// A log below one directory: `log`, `outside` and `keys`.
public record TestLog(Path home, Path keys) {
    public static final Clock NOON = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);

    public TestLog(Path home) {
        this(home, home.resolve("keys"));
    }

    public LogKeyring keyring() {
        return new LogKeyring(keys, "record.example/log", new SecureRandom());
    }

    public TransparencyLog open() {
        return TransparencyLog.open(home.resolve("log"), home.resolve("outside"), keyring(), NOON);
    }

    public List<Disagreement> audit(int number) {
        Policy policy = Policy.parse(keyring().keys(number).policy());
        return LogAudit.audit(home.resolve("log/" + number), policy, Collections.emptyIterator(), (_, _) -> {});
    }

    /// Entries that differ by their number.
    public static List<LogEntry> entries(long from, int count) {
        return LongStream.range(from, from + count)
                .mapToObj(number -> new LogEntry(
                        "ingest",
                        "subject-" + number % 50,
                        Sha256.digestOf(Long.toString(number).getBytes(UTF_8)),
                        Optional.empty(),
                        "actor-1",
                        Instant.EPOCH.plusSeconds(1_790_000_000L + number)))
                .toList();
    }
}
