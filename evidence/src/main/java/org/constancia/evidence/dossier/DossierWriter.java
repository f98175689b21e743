package org.constancia.evidence.dossier;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.evidence.custody.CustodyRecord;
import org.constancia.evidence.digest.Sha256;
import org.constancia.evidence.merkle.ConsistencyProof;
import org.constancia.evidence.note.ConsistencyText;
import org.constancia.evidence.note.LogProof;

/// Writes a dossier as a ZIP file:
///
/// ```
/// data/...                       what the caller passes in: originals, working copies, records
/// proofs/<index>.entry.json      a log entry, byte for byte
/// proofs/<index>.tlog-proof      its proof (C2SP tlog-proof)
/// proofs/<index>.opening.json    salt and payload, for disclosed records only
/// proofs/checkpoint              the signed checkpoint
/// proofs/consistency-OLD-NEW.txt from an older checkpoint to this one
/// timestamps/checkpoint.txt      the text that the time stamps cover
/// timestamps/<authority>.tsr     RFC 3161 responses, and <authority>.pem their roots
/// custody.csv                    fourteen fields for each item
/// policies/...                   examples of a policy
/// VERIFY.md, verify.go           how to check all this
/// ```
public final class DossierWriter {
    private final Clock clock;

    public DossierWriter(Clock clock) {
        this.clock = clock;
    }

    /// Writes the dossier and leaves the stream open.
    ///
    /// @throws ConstanciaException `CANNOT_WRITE_OUTPUT` when the stream fails; `BUG` when an opening does not
    ///     belong to the file it names, so that no dossier goes out that its reader would refuse
    public void write(Dossier dossier, OutputStream out) {
        try {
            // Not closed: the caller's stream stays open; `finish` writes the end of the ZIP file.
            BagWriter bag = new BagWriter(out, dossier.id());
            Map<String, Sha256> digests = new TreeMap<>();
            for (Dossier.File file : dossier.files()) {
                try (InputStream stream = file.source().open()) {
                    digests.put(file.path().value(), bag.payload(file.path(), stream));
                }
            }
            for (Dossier.Entry entry : dossier.entries()) {
                writeEntry(entry, digests, bag);
            }
            writeAnchors(dossier, bag);
            tag(bag, "custody.csv", CustodyRecord.csv(dossier.custody()));
            for (Map.Entry<String, String> policy : new TreeMap<>(dossier.policies()).entrySet()) {
                tag(bag, "policies/" + policy.getKey(), policy.getValue());
            }
            tag(bag, "VERIFY.md", resource("/org/constancia/evidence/dossier/VERIFY.md"));
            tag(bag, "verify.go", resource("/org/constancia/evidence/verifier/verify.go"));
            bag.finish(LocalDate.now(clock.withZone(ZoneOffset.UTC)), dossier.info());
            out.flush();
        } catch (IOException failure) {
            throw new ConstanciaException(Problem.CANNOT_WRITE_OUTPUT, "The dossier could not be written", failure)
                    .with("reason", String.valueOf(failure.getMessage()));
        }
    }

    private static void writeEntry(Dossier.Entry entry, Map<String, Sha256> digests, BagWriter bag) throws IOException {
        LogProof proof = entry.proof();
        String name = "proofs/" + proof.index();
        bag.tag(new BagPath(name + ".entry.json"), entry.entry().bytes());
        bag.tag(new BagPath(name + ".tlog-proof"), proof.bytes());
        if (entry.opening().isPresent()) {
            Opening opening = entry.opening().get();
            opening.file().ifPresent(path -> {
                Sha256 written = digests.get(path.value());
                String committed = opening.payload().findText("sha256").orElse("");
                if (written == null || !written.hex().equals(committed)) {
                    throw new ConstanciaException(
                                    Problem.BUG, "A file of the dossier is not the one the log entry commits to")
                            .with("file", path.value());
                }
            });
            bag.tag(new BagPath(name + ".opening.json"), opening.bytes());
        }
    }

    private static void writeAnchors(Dossier dossier, BagWriter bag) throws IOException {
        bag.tag(new BagPath("proofs/checkpoint"), dossier.checkpoint().bytes());
        for (ConsistencyProof proof : dossier.consistency()) {
            bag.tag(
                    new BagPath("proofs/consistency-%d-%d.txt".formatted(proof.oldSize(), proof.newSize())),
                    ConsistencyText.bytes(proof));
        }
        tag(bag, "timestamps/checkpoint.txt", dossier.checkpoint().text());
        for (var stamp : new TreeMap<>(dossier.timestamps()).entrySet()) {
            bag.tag(
                    new BagPath("timestamps/" + stamp.getKey() + ".tsr"),
                    stamp.getValue().bytes());
        }
        for (var root : new TreeMap<>(dossier.roots()).entrySet()) {
            tag(bag, "timestamps/" + root.getKey() + ".pem", root.getValue());
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
