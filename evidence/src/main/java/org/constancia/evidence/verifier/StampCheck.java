package org.constancia.evidence.verifier;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.constancia.evidence.note.Checkpoint;
import org.constancia.evidence.time.EvidenceRecord;
import org.constancia.evidence.time.StampRenewal;
import org.constancia.evidence.time.Timestamp;

/// Checks the time stamps of a dossier. A stamp is over a checkpoint's text, often an older one than the
/// dossier's; a consistency proof then shows that what it covers is the beginning of this log.
final class StampCheck {
    private StampCheck() {}

    static void check(
            OpenDossier dossier,
            Checkpoint checkpoint,
            DisclosedEntries entries,
            List<X509Certificate> roots,
            List<String> checked,
            List<String> notes)
            throws IOException, Ended {
        List<String> stamps = dossier.list("timestamps").stream()
                .filter(file -> file.endsWith(".tsr"))
                .toList();
        for (String file : stamps) {
            requireCovered(dossier, file, checkpoint);
        }
        if (roots.isEmpty()) {
            notes.add(
                    stamps.isEmpty()
                            ? "time: the dossier holds no time stamp"
                            : "time: not checked; bring the authorities' roots with --tsa-roots");
            return;
        }
        if (stamps.isEmpty()) {
            throw Ended.cannotTell("timestamps", "the dossier holds no time stamp");
        }
        boolean one = false;
        String reason = "";
        for (String file : stamps) {
            byte[] text = dossier.readText(textBeside(file)).getBytes(StandardCharsets.UTF_8);
            Timestamp stamp = dossier.parse(file, Timestamp::parse);
            long covered = entries.countBefore(
                    Checkpoint.parse(dossier.readText(textBeside(file))).size());
            switch (stamp.verify(text, roots)) {
                case Timestamp.Result.Valid(var time, String authority) -> {
                    one = true;
                    checked.add("time: %d of the %d entries before %s, says %s (%s)"
                            .formatted(covered, entries.count(), time, authority, file));
                    checkRenewal(dossier, file, stamp, roots, checked, notes);
                }
                case Timestamp.Result.Invalid(String why) -> {
                    reason = why;
                    notes.add("time: " + file + " does not lead to your roots: " + why);
                }
            }
        }
        if (!one) {
            throw Ended.invalid(stamps.getFirst(), reason);
        }
    }

    /// A stamp proves its time as long as its certificate and its hash hold; after that the evidence record
    /// does, which must have been begun before.
    private static void checkRenewal(
            OpenDossier dossier,
            String file,
            Timestamp stamp,
            List<X509Certificate> roots,
            List<String> checked,
            List<String> notes)
            throws Ended {
        String place = file.substring(0, file.length() - ".tsr".length()) + ".ers";
        if (!dossier.has(place)) {
            notes.add("time: %s rests on certificates that end at %s; no evidence record is enclosed"
                    .formatted(file, stamp.expiry()));
            return;
        }
        EvidenceRecord record = dossier.parse(place, EvidenceRecord::parse);
        switch (record.verify(StampRenewal.group(dossier.readText(textBeside(file)), stamp.bytes()), roots)) {
            case EvidenceRecord.Result.Valid(Instant begun, Instant renewed, Instant until, String authority) -> {
                if (begun.isAfter(stamp.expiry())) {
                    notes.add("time: the evidence record of %s was begun at %s, after its certificates had ended"
                            .formatted(file, begun));
                } else {
                    checked.add("time: %s was renewed %d times, last at %s by %s; it holds until %s (%s)"
                            .formatted(file, record.stamps(), renewed, authority, until, place));
                }
            }
            case EvidenceRecord.Result.Invalid(String why) ->
                notes.add("time: the evidence record " + place + " does not hold: " + why);
        }
    }

    private static String textBeside(String stamp) {
        return stamp.substring(0, stamp.lastIndexOf('/') + 1) + "checkpoint.txt";
    }

    private static void requireCovered(OpenDossier dossier, String file, Checkpoint checkpoint) throws Ended {
        String place = textBeside(file);
        Checkpoint stamped = dossier.parse(place, bytes -> Checkpoint.parse(new String(bytes, StandardCharsets.UTF_8)));
        if (!stamped.origin().equals(checkpoint.origin()) || stamped.size() > checkpoint.size()) {
            throw Ended.invalid(place, "not an earlier checkpoint of this log");
        }
        if (!dossier.connects(stamped, checkpoint)) {
            throw Ended.invalid(place, "the stamped checkpoint is not the beginning of this log");
        }
    }
}
