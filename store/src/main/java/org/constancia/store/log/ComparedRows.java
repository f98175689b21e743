package org.constancia.store.log;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.constancia.evidence.digest.Sha256;
import org.constancia.evidence.log.LogAudit;
import org.constancia.evidence.log.LogEntry;

/// Compares what the outbox says with the entries of a log: each member of an entry, and whether content and salt open
/// its commitment.
final class ComparedRows implements LogAudit.Rows {
    private static final int REMEMBERED = 100_000;

    private final LogRows rows;
    private final Blinding blinding;
    private final int log;
    private final Map<String, String> blindedSubjects = new HashMap<>();
    private final Map<String, String> pseudonyms = new HashMap<>();

    ComparedRows(LogRows rows, Blinding blinding, int log) {
        this.rows = rows;
        this.blinding = blinding;
        this.log = log;
    }

    @Override
    public boolean hasNext() {
        return rows.hasNext();
    }

    @Override
    public List<String> compareNext(long index, Optional<LogEntry> entry, Sha256 leafHash) {
        LogRows.Row row = rows.next();
        List<String> found = new ArrayList<>(0);
        if (row.leaf() != index) found.add("there is no row for this entry, the next one is of " + row.leaf());
        if (!row.leafHash().equals(leafHash)) found.add("the row's leaf hash is not that of the log's entry");
        entry.ifPresent(logged -> row.made().ifPresentOrElse(made -> compare(made, logged, found), () -> {
            if (!logged.type().equals("origin")) found.add("there is no change for this entry");
        }));
        return found;
    }

    private void compare(LogRows.Made made, LogEntry entry, List<String> found) {
        if (!made.commitment().equals(entry.commitment())) {
            found.add("content and salt of change %s do not open the entry's commitment".formatted(made.change()));
        }
        if (!made.kind().equals(entry.type())) found.add("change %s is of another kind".formatted(made.change()));
        if (!blinded(made.subject()).equals(entry.subject())) {
            found.add("change %s is about another subject".formatted(made.change()));
        }
        if (!pseudonym(made.author()).equals(entry.actor())) {
            found.add("change %s is by another author".formatted(made.change()));
        }
        if (!made.at().truncatedTo(ChronoUnit.SECONDS).equals(entry.time())) {
            found.add("change %s is of another time".formatted(made.change()));
        }
    }

    private String blinded(String subject) {
        if (blindedSubjects.size() > REMEMBERED) blindedSubjects.clear();
        return blindedSubjects.computeIfAbsent(subject, blinding::subject);
    }

    private String pseudonym(String author) {
        return pseudonyms.computeIfAbsent(author, name -> blinding.actor(log, name));
    }
}
