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
import org.constancia.evidence.dossier.BagPath;
import org.constancia.evidence.dossier.Opening;
import org.constancia.evidence.dossier.Proofs;
import org.constancia.evidence.log.LogEntry;
import org.constancia.evidence.log.Salt;
import org.constancia.evidence.log.TransparencyLog;
import org.constancia.evidence.note.Checkpoint;
import org.constancia.evidence.note.SignedNote;
import org.constancia.evidence.time.EvidenceRecord;
import org.constancia.evidence.time.Timestamp;
import org.constancia.evidence.time.TimestampQueue;

/// The proofs of a dossier, all of one log under one checkpoint, with the way to it from the checkpoints that somebody
/// may have kept.
final class DossierProofs {
    private final RecordLog logs;
    private final TransparencyLog log;
    private final List<TimestampQueue.Anchored> stamped;

    DossierProofs(RecordLog log) {
        this.logs = log;
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
        Map<Integer, List<LoggedChanges.Chosen>> ended = new TreeMap<>();
        for (LoggedChanges.Chosen one : chosen) {
            int number = one.entry().logged().log();
            if (number == log.number()) entries.add(entry(one, log, checkpoint));
            else ended.computeIfAbsent(number, _ -> new ArrayList<>()).add(one);
        }
        entries.add(entry(
                new LoggedChanges.Chosen(LoggedChanges.Entry.of(export), true, Optional.empty()), log, checkpoint));
        TreeSet<Long> kept = new TreeSet<>();
        log.days().stream()
                .flatMap(this::sizeOf)
                .filter(older -> older > 0 && older < size)
                .forEach(kept::add);
        stamped.stream()
                .map(DossierProofs::sizeOf)
                .filter(older -> older > 0 && older < size)
                .forEach(kept::add);
        return new Proofs(
                entries,
                checkpoint,
                kept.stream().map(older -> log.consistency(older, size)).toList(),
                stamped.stream()
                        .filter(anchored -> sizeOf(anchored) <= size)
                        .map(DossierProofs::anchor)
                        .toList(),
                ended.entrySet().stream()
                        .map(log -> earlier(log.getKey(), log.getValue()))
                        .toList());
    }

    private static long sizeOf(TimestampQueue.Anchored anchored) {
        return Checkpoint.parse(anchored.checkpoint().text()).size();
    }

    private static Proofs.Anchor anchor(TimestampQueue.Anchored anchored) {
        Map<String, Timestamp> stamps = new TreeMap<>();
        Map<String, EvidenceRecord> renewals = new TreeMap<>();
        for (TimestampQueue.Stamp stamp : anchored.stamps()) {
            String name = BagPath.resembling(stamp.authority());
            stamps.put(name, stamp.timestamp());
            stamp.renewal().ifPresent(record -> renewals.put(name, record));
        }
        return new Proofs.Anchor(anchored.checkpoint().text(), sizeOf(anchored), stamps, renewals, Map.of());
    }

    private Stream<Long> sizeOf(LocalDate day) {
        return log.findCheckpoint(day).map(note -> Checkpoint.parse(note.text()).size()).stream();
    }

    private Proofs.EarlierLog earlier(int number, List<LoggedChanges.Chosen> chosen) {
        TransparencyLog earlier = logs.log(number);
        SignedNote checkpoint = earlier.checkpoint();
        return new Proofs.EarlierLog(
                number,
                chosen.stream().map(one -> entry(one, earlier, checkpoint)).toList(),
                checkpoint);
    }

    private static Proofs.Entry entry(LoggedChanges.Chosen one, TransparencyLog log, SignedNote checkpoint) {
        Logged logged = one.entry().logged();
        Optional<Opening> opening = one.open()
                ? Optional.of(new Opening(Salt.of(logged.salt()), one.entry().payload(), one.file()))
                : Optional.empty();
        return new Proofs.Entry(LogEntry.parse(logged.entry()), log.proof(logged.index(), checkpoint), opening);
    }
}
