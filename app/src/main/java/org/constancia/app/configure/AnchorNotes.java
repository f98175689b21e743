package org.constancia.app.configure;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.constancia.app.log.Anchors;
import org.constancia.app.log.Sequencing;
import org.constancia.evidence.time.StampRenewal;
import org.constancia.store.record.Change;
import org.constancia.store.record.Records;
import org.constancia.store.record.Session;

/// Notes in the record, and with that in the log, what time-stamp authorities have vouched for.
public record AnchorNotes(Records records, Supplier<Session> session) implements Sequencing.Stamped {
    @Override
    public void came(List<Anchors.Came> stamps) {
        for (Anchors.Came came : stamps) {
            note(
                    "log:" + came.anchored().log(),
                    Map.of(
                            "size", came.anchored().size(),
                            "authority", came.stamp().authority(),
                            "time", came.stamp().time().toString()));
        }
    }

    @Override
    public void renewed(StampRenewal.Outcome renewal) {
        note("log:stamps", Map.of("renewed", renewal.stamps(), "authority", renewal.authority()));
    }

    private void note(String subject, Map<String, Object> facts) {
        records.write(session.get(), writing -> writing.note(Change.Kind.ANCHOR_ADDED, subject, facts));
    }
}
