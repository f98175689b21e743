package org.constancia.app.log;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.constancia.evidence.dossier.Opening;
import org.constancia.evidence.json.JsonReader;
import org.constancia.evidence.log.Salt;

/// What a stranger needs to check one change without us: the leaf, its proof, what opens it, the keys of the log, and a
/// page that says how. Whoever gets it can read the change.
///
/// @param files by name, in the order in which they are read
public record ChangeProof(String name, Map<String, byte[]> files) {
    private static final String HOW = """
            How to check this change without the people who recorded it

            change.entry.json     the entry of the log, byte for byte. It says that something was recorded and hides what.
            change.tlog-proof     proves that the entry is in the log under a signed checkpoint (c2sp.org/tlog-proof).
            change.opening.json   what was recorded ("payload") and the salt that opens the entry's "commit":
                                  SHA-256(32 bytes of salt, payload as canonical JSON, RFC 8785).
                                  It is missing when what the change was about has been erased.
            policy-example.txt    the keys of the log. Do not trust keys that come with a proof: ask for them elsewhere.
            receipt.txt           the log's signed statement about this entry.

            constancia verify . --policy policy.txt
            or any program for c2sp.org/tlog-proof; verify.go in every dossier is one of 200 lines.
            """;

    public ChangeProof {
        files = new LinkedHashMap<>(files);
    }

    static ChangeProof of(RecordLog log, Logged logged) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("READ-ME.txt", HOW.getBytes(StandardCharsets.UTF_8));
        files.put("change.entry.json", logged.entry());
        files.put("change.tlog-proof", log.proof(logged).bytes());
        if (!logged.isErased()) files.put("change.opening.json", opening(logged));
        files.put("policy-example.txt", log.log(logged.log()).policy().getBytes(StandardCharsets.UTF_8));
        if (logged.log() == log.current().number())
            files.put("receipt.txt", log.receipt(logged).bytes());
        return new ChangeProof("log-%d-%d".formatted(logged.log(), logged.index()), files);
    }

    static byte[] opening(Logged logged) {
        return new Opening(Salt.of(logged.salt()), JsonReader.readObject(logged.payload()), Optional.empty()).bytes();
    }

    /// As one ZIP file; the same change under the same checkpoint gives the same bytes but for the signatures.
    public byte[] zip() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setLastModifiedTime(FileTime.from(Instant.EPOCH));
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new IllegalStateException("memory cannot be written", impossible);
        }
        return bytes.toByteArray();
    }
}
