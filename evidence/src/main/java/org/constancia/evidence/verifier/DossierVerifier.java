package org.constancia.evidence.verifier;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.evidence.digest.Digests;
import org.constancia.evidence.dossier.Bag;
import org.constancia.evidence.dossier.Opening;
import org.constancia.evidence.log.LogEntry;
import org.constancia.evidence.merkle.ConsistencyProof;
import org.constancia.evidence.note.Checkpoint;
import org.constancia.evidence.note.ConsistencyText;
import org.constancia.evidence.note.LogProof;
import org.constancia.evidence.note.Policy;
import org.constancia.evidence.note.SignedNote;
import org.constancia.evidence.time.Timestamp;
import org.constancia.evidence.verifier.Verification.Verdict;

/// Checks a dossier: its files against its manifests, its entries against the log's signed root, its openings
/// against the entries and the originals, its checkpoint against one the verifier kept, its time stamps against
/// the verifier's roots.
final class DossierVerifier {
    private static final int MAX_PROOF_FILE = 1 << 21;

    private final Means means;
    private final List<String> checked = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    DossierVerifier(Means means) {
        this.means = means;
    }

    /// Ends the check with the first reason.
    private static final class Ended extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Verdict verdict;
        private final String place;

        private Ended(Verdict verdict, String place, String reason) {
            super(reason);
            this.verdict = verdict;
            this.place = place;
        }
    }

    Verification verify(Path path) {
        try (Bag bag = Bag.open(path)) {
            checkFiles(bag);
            Policy policy = means.policy()
                    .orElseThrow(() -> new Ended(
                            Verdict.CANNOT_TELL,
                            "policy",
                            "the files are whole, but without your policy nobody knows whose log this is"));
            Checkpoint checkpoint = checkCheckpoint(bag, policy);
            checkEntries(bag, policy, checkpoint);
            checkConsistency(bag, policy, checkpoint);
            checkTimestamps(bag);
            return new Verification(Verdict.VALID, "", "", checked, notes);
        } catch (Ended ended) {
            return new Verification(ended.verdict, ended.place, String.valueOf(ended.getMessage()), checked, notes);
        } catch (ConstanciaException | IOException failure) {
            return new Verification(
                    Verdict.CANNOT_TELL, path.toString(), String.valueOf(failure.getMessage()), checked, notes);
        } catch (RuntimeException damagedZip) {
            // The JDK's ZIP file system throws unchecked exceptions for some damaged archives.
            return new Verification(Verdict.CANNOT_TELL, path.toString(), damagedZip.toString(), checked, notes);
        }
    }

    private void checkFiles(Bag bag) throws IOException, Ended {
        List<String> wrong = bag.check();
        if (!wrong.isEmpty()) {
            String first = wrong.getFirst();
            int colon = first.indexOf(": ");
            throw new Ended(Verdict.INVALID, first.substring(0, colon), first.substring(colon + 2));
        }
        checked.add("files: all listed, none changed (SHA-256 and SHA-512)");
    }

    private Checkpoint checkCheckpoint(Bag bag, Policy policy) throws IOException, Ended {
        return accepted(policy, read(bag, "proofs/checkpoint"), "proofs/checkpoint")
                .checkpoint();
    }

    private Policy.Judgement.Accepted accepted(Policy policy, byte[] note, String place) throws Ended {
        return switch (policy.judge(parse(place, () -> SignedNote.parse(note)))) {
            case Policy.Judgement.Refused(String reason) -> throw new Ended(Verdict.INVALID, place, reason);
            case Policy.Judgement.Accepted accepted -> {
                checked.add("%s: %s at %d entries, witnesses %s"
                        .formatted(
                                place,
                                accepted.checkpoint().origin(),
                                accepted.checkpoint().size(),
                                accepted.witnesses()));
                yield accepted;
            }
        };
    }

    private void checkEntries(Bag bag, Policy policy, Checkpoint checkpoint) throws IOException, Ended {
        int entries = 0;
        int openings = 0;
        for (String file : bag.list("proofs")) {
            if (file.endsWith(".tlog-proof")) {
                String base = file.substring(0, file.length() - ".tlog-proof".length());
                byte[] bytes = read(bag, base + ".entry.json");
                LogProof proof = parse(file, () -> LogProof.parse(read(bag, file)));
                switch (proof.verify(bytes, policy)) {
                    case LogProof.Result.Proven proven -> requireSameLog(file, proven, checkpoint);
                    case LogProof.Result.Refused(String place, String reason) ->
                        throw new Ended(Verdict.INVALID, file + " (" + place + ")", reason);
                }
                entries++;
                if (Files.exists(bag.resolve(base + ".opening.json"))) {
                    checkOpening(bag, base, bytes);
                    openings++;
                }
            } else if (file.endsWith(".entry.json") || file.endsWith(".opening.json")) {
                String base = file.replaceFirst("\\.(entry|opening)\\.json$", "");
                if (!Files.exists(bag.resolve(base + ".tlog-proof"))) {
                    throw new Ended(Verdict.INVALID, file, "an entry without proof");
                }
            }
        }
        checked.add("log: %d entries proven, %d of them disclosed".formatted(entries, openings));
        if (entries == 0) {
            throw new Ended(Verdict.CANNOT_TELL, "proofs", "the dossier holds no proof");
        }
    }

    private static void requireSameLog(String file, LogProof.Result.Proven proven, Checkpoint checkpoint) throws Ended {
        if (!proven.checkpoint().checkpoint().origin().equals(checkpoint.origin())) {
            throw new Ended(Verdict.INVALID, file, "a proof from another log than the dossier's checkpoint");
        }
    }

    private static void checkOpening(Bag bag, String base, byte[] entryBytes) throws IOException, Ended {
        String place = base + ".opening.json";
        Opening opening = parse(place, () -> Opening.parse(read(bag, place)));
        LogEntry entry = parse(base + ".entry.json", () -> LogEntry.parse(entryBytes));
        if (!opening.opens(entry.commitment())) {
            throw new Ended(Verdict.INVALID, place, "salt and payload do not open the entry's commitment");
        }
        if (opening.file().isPresent()) {
            String file = "data/" + opening.file().get().value();
            Path path = bag.resolve(file);
            if (!Files.isRegularFile(path)) {
                throw new Ended(Verdict.INVALID, file, "missing, though an entry names it");
            }
            try (var stream = Files.newInputStream(path);
                    var digesting = new DigestInputStream(stream, Digests.sha256())) {
                digesting.transferTo(OutputStream.nullOutputStream());
                String found =
                        HexFormat.of().formatHex(digesting.getMessageDigest().digest());
                if (!opening.payload().findText("sha256").equals(Optional.of(found))) {
                    throw new Ended(Verdict.INVALID, file, "not the file that the log entry commits to");
                }
            }
        }
    }

    private void checkConsistency(Bag bag, Policy policy, Checkpoint newer) throws IOException, Ended {
        if (means.older().isEmpty()) {
            notes.add("consistency: not checked; bring a checkpoint you kept with --older");
            return;
        }
        Checkpoint older =
                accepted(policy, means.older().get().bytes(), "--older").checkpoint();
        if (!older.origin().equals(newer.origin())) {
            throw new Ended(Verdict.CANNOT_TELL, "--older", "a checkpoint of another log");
        }
        if (older.size() > newer.size()) {
            throw new Ended(Verdict.CANNOT_TELL, "--older", "your checkpoint is newer than the dossier's");
        }
        if (older.size() == 0) {
            checked.add("consistency: every log extends the empty one");
            return;
        }
        String file = "proofs/consistency-%d-%d.txt".formatted(older.size(), newer.size());
        boolean same = older.size() == newer.size();
        if (!same && !Files.exists(bag.resolve(file))) {
            throw new Ended(
                    Verdict.CANNOT_TELL,
                    file,
                    "the dossier has no proof from your checkpoint; ask its makers for this file");
        }
        ConsistencyProof proof = same
                ? new ConsistencyProof(older.size(), newer.size(), List.of())
                : parse(file, () -> ConsistencyText.parse(read(bag, file)));
        if (proof.oldSize() != older.size()
                || proof.newSize() != newer.size()
                || !proof.connects(older.root(), newer.root())) {
            throw new Ended(Verdict.INVALID, file, "the log was rewritten since your checkpoint");
        }
        checked.add("consistency: nothing was rewritten since your checkpoint at %d entries".formatted(older.size()));
    }

    private void checkTimestamps(Bag bag) throws IOException, Ended {
        byte[] text = parse("proofs/checkpoint", () -> SignedNote.parse(read(bag, "proofs/checkpoint")))
                .text()
                .getBytes(StandardCharsets.UTF_8);
        List<String> stamps = bag.list("timestamps").stream()
                .filter(file -> file.endsWith(".tsr"))
                .toList();
        if (!stamps.isEmpty() && !Arrays.equals(text, read(bag, "timestamps/checkpoint.txt"))) {
            throw new Ended(Verdict.INVALID, "timestamps/checkpoint.txt", "not the text of proofs/checkpoint");
        }
        if (means.roots().isEmpty()) {
            notes.add(
                    stamps.isEmpty()
                            ? "time: the dossier holds no time stamp"
                            : "time: not checked; bring the authorities' roots with --tsa");
            return;
        }
        if (stamps.isEmpty()) {
            throw new Ended(Verdict.CANNOT_TELL, "timestamps", "the dossier holds no time stamp");
        }
        boolean one = false;
        String reason = "";
        for (String file : stamps) {
            Timestamp stamp = parse(file, () -> Timestamp.parse(read(bag, file)));
            switch (stamp.verify(text, means.roots())) {
                case Timestamp.Result.Valid(var time, String authority) -> {
                    one = true;
                    checked.add("time: before %s, says %s (%s)".formatted(time, authority, file));
                }
                case Timestamp.Result.Invalid(String why) -> {
                    reason = why;
                    notes.add("time: " + file + " does not lead to your roots: " + why);
                }
            }
        }
        if (!one) {
            throw new Ended(Verdict.INVALID, stamps.getFirst(), reason);
        }
    }

    private static byte[] read(Bag bag, String path) throws IOException {
        Path file = bag.resolve(path);
        if (Files.size(file) > MAX_PROOF_FILE) {
            throw new IOException("unreasonably large: " + path);
        }
        return Files.readAllBytes(file);
    }

    /// Reads something of which a malformed version makes the dossier invalid at this place.
    private static <T> T parse(String place, Reading<T> reading) throws Ended {
        try {
            return reading.read();
        } catch (ConstanciaException malformed) {
            throw new Ended(Verdict.INVALID, place, String.valueOf(malformed.getMessage()));
        } catch (IOException missing) {
            throw new Ended(Verdict.INVALID, place, "cannot be read");
        }
    }

    @FunctionalInterface
    private interface Reading<T> {
        T read() throws IOException;
    }
}
