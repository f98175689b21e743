package org.constancia.evidence.dossier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.evidence.custody.CustodyRecord;
import org.constancia.evidence.digest.Sha256;
import org.constancia.evidence.digest.Sha512;
import org.constancia.evidence.merkle.ConsistencyProof;
import org.constancia.evidence.note.ConsistencyText;
import org.constancia.evidence.note.LogProof;

/// Writes a dossier:
///
/// ```
/// data/...                       what the caller passes in: originals, working copies, records
/// data/custody.csv               fourteen fields for each item
/// proofs/<index>.entry.json      a log entry, byte for byte
/// proofs/<index>.tlog-proof      its proof (C2SP tlog-proof)
/// proofs/<index>.opening.json    salt and payload, for disclosed records only
/// proofs/checkpoint              the signed checkpoint
/// proofs/log-N/...               the same for an earlier log that ended
/// proofs/consistency-OLD-NEW.txt from an older checkpoint to this one
/// timestamps/<size>/checkpoint.txt  the text of a checkpoint that was stamped
/// timestamps/<size>/<authority>.tsr RFC 3161 responses over it, and <authority>.pem their roots
/// timestamps/<size>/<authority>.ers RFC 4998 record over text and stamp, once that was renewed
/// policies/...                   examples of a policy
/// VERIFY.md, verify.go           how to check all this
/// ```
///
/// One of the entries is that of the export itself. It commits to `manifest-sha512.txt` and with that to every byte
/// below `data/`: nobody can put a bag together from parts of others, or take a file out, and give it proofs.
public final class DossierWriter {
    private final Clock clock;

    public DossierWriter(Clock clock) {
        this.clock = clock;
    }

    /// Writes the dossier and leaves the files open.
    ///
    /// @throws ConstanciaException `CANNOT_WRITE_OUTPUT` when the files fail; `BUG` when an opening does not
    ///     belong to the file it names or no entry commits to this dossier, so that none goes out that its
    ///     reader would refuse
    public void write(Dossier dossier, Dossier.Export export, BagFiles files) {
        try {
            // Not closed: the caller's files stay open.
            BagWriter bag = new BagWriter(files);
            Map<String, Sha256> digests = new TreeMap<>();
            for (Dossier.File file : dossier.files()) {
                try (InputStream stream = file.source().open()) {
                    digests.put(file.path().value(), bag.payload(file.path(), stream));
                }
            }
            bag.payload(
                    new BagPath("custody.csv"),
                    CustodyRecord.csv(dossier.custody()).getBytes(StandardCharsets.UTF_8));
            Sha512 manifest = bag.seal();
            Proofs proofs = export.log(manifest);
            requireExport(proofs, manifest);
            for (Proofs.Entry entry : proofs.entries()) {
                writeEntry("proofs/", entry, digests, bag);
            }
            for (Proofs.EarlierLog log : proofs.earlier()) {
                String place = "proofs/log-" + log.number() + "/";
                bag.tag(new BagPath(place + "checkpoint"), log.checkpoint().bytes());
                for (Proofs.Entry entry : log.entries()) {
                    writeEntry(place, entry, digests, bag);
                }
            }
            writeAnchors(proofs, bag);
            for (Map.Entry<String, String> policy : new TreeMap<>(dossier.policies()).entrySet()) {
                tag(bag, "policies/" + policy.getKey(), policy.getValue());
            }
            tag(bag, "VERIFY.md", resource("/org/constancia/evidence/dossier/VERIFY.md"));
            tag(bag, "verify.go", resource("/org/constancia/evidence/verifier/verify.go"));
            bag.finish(LocalDate.now(clock.withZone(ZoneOffset.UTC)), dossier.info());
        } catch (IOException failure) {
            throw new ConstanciaException(Problem.CANNOT_WRITE_OUTPUT, "The dossier could not be written", failure)
                    .with("reason", String.valueOf(failure.getMessage()));
        }
    }

    private static void requireExport(Proofs proofs, Sha512 manifest) {
        boolean committed = proofs.entries().stream()
                .flatMap(entry -> entry.opening().stream())
                .anyMatch(opening -> opening.isExportOf(manifest));
        if (!committed) {
            throw new ConstanciaException(Problem.BUG, "No log entry commits to the dossier");
        }
    }

    private static void writeEntry(String place, Proofs.Entry entry, Map<String, Sha256> digests, BagWriter bag)
            throws IOException {
        LogProof proof = entry.proof();
        String name = place + proof.index();
        bag.tag(new BagPath(name + ".entry.json"), entry.entry().bytes());
        bag.tag(new BagPath(name + ".tlog-proof"), proof.bytes());
        Optional<Opening> disclosed = entry.opening();
        if (disclosed.isPresent()) {
            Opening opening = disclosed.get();
            opening.file().ifPresent(path -> {
                Sha256 written = digests.get(path.value());
                if (written == null || !opening.isAbout(written)) {
                    throw new ConstanciaException(
                                    Problem.BUG, "A file of the dossier is not the one the log entry commits to")
                            .with("file", path.value());
                }
            });
            bag.tag(new BagPath(name + ".opening.json"), opening.bytes());
        }
    }

    private static void writeAnchors(Proofs proofs, BagWriter bag) throws IOException {
        bag.tag(new BagPath("proofs/checkpoint"), proofs.checkpoint().bytes());
        for (ConsistencyProof proof : proofs.consistency()) {
            bag.tag(
                    new BagPath("proofs/consistency-%d-%d.txt".formatted(proof.oldSize(), proof.newSize())),
                    ConsistencyText.bytes(proof));
        }
        for (Proofs.Anchor anchor : proofs.anchors()) {
            String place = "timestamps/" + anchor.size() + "/";
            tag(bag, place + "checkpoint.txt", anchor.text());
            for (var stamp : new TreeMap<>(anchor.stamps()).entrySet()) {
                bag.tag(
                        new BagPath(place + stamp.getKey() + ".tsr"),
                        stamp.getValue().bytes());
            }
            for (var renewal : new TreeMap<>(anchor.renewals()).entrySet()) {
                bag.tag(
                        new BagPath(place + renewal.getKey() + ".ers"),
                        renewal.getValue().bytes());
            }
            for (var root : new TreeMap<>(anchor.roots()).entrySet()) {
                tag(bag, place + root.getKey() + ".pem", root.getValue());
            }
        }
    }

    private static void tag(BagWriter bag, String path, String text) throws IOException {
        bag.tag(new BagPath(path), text.getBytes(StandardCharsets.UTF_8));
    }

    private static String resource(String name) throws IOException {
        try (InputStream stream = DossierWriter.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IOException("missing from the program: " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
