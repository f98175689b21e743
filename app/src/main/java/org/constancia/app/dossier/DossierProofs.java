package org.constancia.app.dossier;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.constancia.app.log.Logged;
import org.constancia.app.log.RecordLog;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.evidence.dossier.BagPath;
import org.constancia.evidence.dossier.Opening;
import org.constancia.evidence.dossier.Proofs;
import org.constancia.evidence.json.JsonReader;
import org.constancia.evidence.log.LogEntry;
import org.constancia.evidence.log.Salt;
import org.constancia.evidence.log.TransparencyLog;
import org.constancia.evidence.note.Checkpoint;
import org.constancia.evidence.note.SignedNote;
import org.constancia.evidence.time.Timestamp;
import org.constancia.evidence.time.TimestampQueue;

/// The proofs of a dossier, all under one checkpoint, with the way to it from the checkpoints that somebody may have kept.
final class DossierProofs {
    private final TransparencyLog log;
    private final List<TimestampQueue.Anchored> stamped;

    DossierProofs(RecordLog log) {
        this.log = log.current();
        this.stamped = log.anchors().stamped().stream()
                .filter(anchored -> !anchored.stamps().isEmpty())
                .filter(anchored -> this.log.isExtensionOf(
                        Checkpoint.parse(anchored.checkpoint().text())))
                .toList();
    }

    /// @param export the entry of the dossier itself
    Proofs prove(List<LoggedChanges.Chosen> chosen, Logged export) {
        SignedNote checkpoint = log.checkpoint();
        long size = Checkpoint.parse(checkpoint.text()).size();
        List<Proofs.Entry> entries = new ArrayList<>();
        for (LoggedChanges.Chosen one : chosen) {
            entries.add(entry(one.entry().logged(), one.open(), one.file(), checkpoint));
        }
        entries.add(entry(export, true, Optional.empty(), checkpoint));
        TreeSet<Long> kept = new TreeSet<>();
        log.days().stream().flatMap(this::sizeOf).filter(older -> older > 0 && older < size).forEach(kept::add);
        stamped.stream().map(DossierProofs::sizeOf).filter(older -> older > 0 && older < size).forEach(kept::add);
        return new Proofs(
                entries,
                checkpoint,
                kept.stream().map(older -> log.consistency(older, size)).toList(),
                stamped.stream()
                        .filter(anchored -> sizeOf(anchored) <= size)
                        .map(DossierProofs::anchor)
                        .toList());
    }

    private static long sizeOf(TimestampQueue.Anchored anchored) {
        return Checkpoint.parse(anchored.checkpoint().text()).size();
    }

    private static Proofs.Anchor anchor(TimestampQueue.Anchored anchored) {
        Map<String, Timestamp> stamps = new TreeMap<>();
        for (TimestampQueue.Stamp stamp : anchored.stamps()) {
            stamps.put(BagPath.resembling(stamp.authority()), stamp.timestamp());
        }
        return new Proofs.Anchor(anchored.checkpoint().text(), sizeOf(anchored), stamps, Map.of());
    }

    private Stream<Long> sizeOf(LocalDate day) {
        return log.findCheckpoint(day).map(note -> Checkpoint.parse(note.text()).size()).stream();
    }

    private Proofs.Entry entry(Logged logged, boolean open, Optional<BagPath> file, SignedNote checkpoint) {
        if (logged.log() != log.number()) {
            throw new ConstanciaException(
                            Problem.READ_ONLY,
                            "An entry of the event is in a log that ended; a dossier holds proofs of one log only")
                    .with("log", logged.log());
        }
        Optional<Opening> opening = open
                ? Optional.of(new Opening(Salt.of(logged.salt()), JsonReader.readObject(logged.payload()), file))
                : Optional.empty();
        return new Proofs.Entry(LogEntry.parse(logged.entry()), log.proof(logged.index(), checkpoint), opening);
    }
}
