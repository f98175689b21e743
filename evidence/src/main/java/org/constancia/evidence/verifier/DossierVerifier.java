package org.constancia.evidence.verifier;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.evidence.dossier.Bag;
import org.constancia.evidence.note.Checkpoint;
import org.constancia.evidence.note.Policy;
import org.constancia.evidence.note.SignedNote;

/// Checks a dossier: its files against its manifests; its entries against the log's signed root; its openings
/// against the entries, the originals, the records and the manifest; its checkpoint against one the verifier kept;
/// its time stamps against the verifier's roots.
final class DossierVerifier {
    private final Means means;
    private final List<String> checked = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    DossierVerifier(Means means) {
        this.means = means;
    }

    Verification verify(Path path) {
        try (Bag bag = Bag.open(path)) {
            OpenDossier dossier = new OpenDossier(bag);
            checkFiles(bag);
            Policy policy = means.policy()
                    .orElseThrow(() -> Ended.cannotTell(
                            "policy", "the files are whole, but without your policy nobody knows whose log this is"));
            Checkpoint checkpoint =
                    accepted(policy, dossier.parse("proofs/checkpoint", SignedNote::parse), "proofs/checkpoint");
            DisclosedEntries entries = DisclosedEntries.check(dossier, policy, checkpoint);
            checked.add("log: %d entries proven, %d of them disclosed".formatted(entries.count(), entries.disclosed()));
            entries.requireExport();
            checked.add("export: the log commits to every file below data/");
            int statements = RecordsCheck.check(dossier, entries);
            checked.add("records: %d statements are as they were logged".formatted(statements));
            checkConsistency(dossier, policy, checkpoint);
            StampCheck.check(dossier, checkpoint, entries, means.roots(), checked, notes);
            return new Verification(Verification.Verdict.VALID, "", "", checked, notes);
        } catch (Ended ended) {
            return new Verification(ended.verdict(), ended.place(), ended.reason(), checked, notes);
        } catch (ConstanciaException | IOException failure) {
            return cannotTell(path, String.valueOf(failure.getMessage()));
        } catch (RuntimeException damagedZip) {
            // The JDK's ZIP file system throws unchecked exceptions for some damaged archives.
            return cannotTell(path, damagedZip.toString());
        }
    }

    private Verification cannotTell(Path path, String reason) {
        return new Verification(Verification.Verdict.CANNOT_TELL, path.toString(), reason, checked, notes);
    }

    private void checkFiles(Bag bag) throws IOException, Ended {
        List<String> wrong = bag.check();
        if (!wrong.isEmpty()) {
            String first = wrong.getFirst();
            int colon = first.indexOf(": ");
            throw Ended.invalid(first.substring(0, colon), first.substring(colon + 2));
        }
        checked.add("files: all listed, none changed (SHA-256 and SHA-512)");
    }

    private Checkpoint accepted(Policy policy, SignedNote note, String place) throws Ended {
        return switch (policy.judge(note)) {
            case Policy.Judgement.Refused(String reason) -> throw Ended.invalid(place, reason);
            case Policy.Judgement.Accepted accepted -> {
                checked.add("%s: %s at %d entries, witnesses %s"
                        .formatted(
                                place,
                                accepted.checkpoint().origin(),
                                accepted.checkpoint().size(),
                                accepted.witnesses()));
                yield accepted.checkpoint();
            }
        };
    }

    private void checkConsistency(OpenDossier dossier, Policy policy, Checkpoint newer) throws Ended {
        if (means.older().isEmpty()) {
            notes.add("consistency: not checked; bring a checkpoint you kept with --older-checkpoint");
            return;
        }
        String place = "--older-checkpoint";
        Checkpoint older = accepted(policy, means.older().get(), place);
        if (!older.origin().equals(newer.origin())) {
            throw Ended.cannotTell(place, "a checkpoint of another log");
        }
        if (older.size() > newer.size()) {
            throw Ended.cannotTell(place, "your checkpoint is newer than the dossier's");
        }
        String file = OpenDossier.consistencyFile(older.size(), newer.size());
        if (older.size() > 0 && older.size() < newer.size() && !dossier.has(file)) {
            throw Ended.cannotTell(file, "the dossier has no proof from your checkpoint; ask its makers for this file");
        }
        if (!dossier.connects(older, newer)) {
            throw Ended.invalid(file, "the log was rewritten since your checkpoint");
        }
        checked.add("consistency: nothing was rewritten since your checkpoint at %d entries".formatted(older.size()));
    }
}
