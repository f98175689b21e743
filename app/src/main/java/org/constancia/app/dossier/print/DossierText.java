package org.constancia.app.dossier.print;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.constancia.app.web.page.Said;
import org.constancia.app.web.page.Value;
import org.constancia.app.web.page.Words;
import org.constancia.app.web.record.EventPage;
import org.constancia.evidence.custody.CustodyRecord;
import org.constancia.evidence.note.Checkpoint;

/// What the readable page of a dossier is made from.
///
/// @param event as its page shows it
/// @param open the identifiers of the disclosed statements
/// @param withheld how many statements are not disclosed
/// @param rivals the values of the event on which statements differ
/// @param sources the end notes, in order
/// @param head of the log when the record was read
public record DossierText(
        Words words,
        EventPage event,
        Set<String> open,
        int withheld,
        List<Value> rivals,
        List<EndNote> sources,
        List<CustodyRecord> custody,
        Checkpoint head,
        Instant made,
        ZoneId zone,
        boolean fictional) {
    public DossierText {
        open = Set.copyOf(open);
        rivals = List.copyOf(rivals);
        sources = List.copyOf(sources);
        custody = List.copyOf(custody);
    }

    /// A source and the words of it on which disclosed statements rest.
    ///
    /// @param href the page of the source, by which statements name it
    /// @param facts its title, outlet, date and address, one line
    /// @param file its place in the dossier
    /// @param passages as they stand in the source
    public record EndNote(
            String href, String facts, String file, String sha256, String sha512, long length, List<String> passages) {
        public EndNote {
            passages = List.copyOf(passages);
        }
    }

    String title() {
        boolean named =
                !event.title().said().isEmpty() && isOpen(event.title().said().getFirst());
        return named ? event.title().text() : event.reference();
    }

    boolean isOpen(Said said) {
        return open.contains(said.statementId());
    }

    /// The number of the end note of a statement's source; 0 when it rests on none.
    int note(Said said) {
        for (int i = 0; i < sources.size(); i++) {
            if (sources.get(i).href().equals(said.source().href())) return i + 1;
        }
        return 0;
    }

    /// Where in the log the record stood when it was read.
    String foot() {
        return "%s · %s · %d · %s…"
                .formatted(
                        event.reference(),
                        head.origin(),
                        head.size(),
                        head.root().hex().substring(0, 32));
    }

    /// The same with the whole root.
    String proofLine() {
        return "%s · %s · %d · %s"
                .formatted(
                        event.reference(),
                        head.origin(),
                        head.size(),
                        head.root().hex());
    }

    /// By the item's reference.
    Map<String, CustodyRecord> custodyByItem() {
        return custody.stream()
                .collect(java.util.stream.Collectors.toMap(
                        CustodyRecord::item, one -> one, (one, _) -> one, java.util.LinkedHashMap::new));
    }
}
