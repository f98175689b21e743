package org.constancia.evidence.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.List;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.evidence.digest.Digests;
import org.constancia.evidence.digest.Sha256;
import org.constancia.evidence.dossier.Bag;
import org.constancia.evidence.merkle.ConsistencyProof;
import org.constancia.evidence.note.Checkpoint;
import org.constancia.evidence.note.ConsistencyText;

/// The files of a dossier under check. Whatever is malformed or missing ends the check at its place.
record OpenDossier(Bag bag) {
    private static final long MAX_PROOF_FILE = 1 << 21;
    private static final long MAX_RECORDS = 1L << 30;

    List<String> list(String directory) throws IOException {
        return bag.list(directory);
    }

    boolean has(String path) {
        return Files.isRegularFile(bag.resolve(path), LinkOption.NOFOLLOW_LINKS);
    }

    byte[] read(String path) throws Ended {
        return read(path, path.startsWith("data/") ? MAX_RECORDS : MAX_PROOF_FILE);
    }

    private byte[] read(String path, long limit) throws Ended {
        Path file = bag.resolve(path);
        if (!has(path)) {
            throw Ended.invalid(path, "missing");
        }
        try {
            if (Files.size(file) > limit) {
                throw Ended.invalid(path, "unreasonably large");
            }
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw Ended.cannotTell(path, "cannot be read: " + unreadable.getMessage());
        }
    }

    String readText(String path) throws Ended {
        return new String(read(path), StandardCharsets.UTF_8);
    }

    /// Reads something of which a malformed version makes the dossier invalid.
    <T> T parse(String path, Reading<T> reading) throws Ended {
        byte[] bytes = read(path);
        try {
            return reading.read(bytes);
        } catch (ConstanciaException malformed) {
            throw Ended.invalid(path, String.valueOf(malformed.getMessage()));
        }
    }

    @FunctionalInterface
    interface Reading<T> {
        T read(byte[] bytes);
    }

    Sha256 digest(String path) throws IOException {
        try (InputStream stream = Files.newInputStream(bag.resolve(path));
                DigestInputStream digesting = new DigestInputStream(stream, Digests.sha256())) {
            digesting.transferTo(OutputStream.nullOutputStream());
            return Sha256.of(digesting.getMessageDigest().digest());
        }
    }

    /// Where the proof is that the log of `older` entries is the beginning of that of `newer` entries.
    static String consistencyFile(long older, long newer) {
        return "proofs/consistency-%d-%d.txt".formatted(older, newer);
    }

    /// Whether the older checkpoint is the beginning of the newer one, by the proof enclosed.
    boolean connects(Checkpoint older, Checkpoint newer) throws Ended {
        if (older.size() == 0) {
            return true;
        }
        String file = consistencyFile(older.size(), newer.size());
        ConsistencyProof proof = older.size() == newer.size()
                ? new ConsistencyProof(older.size(), newer.size(), List.of())
                : parse(file, ConsistencyText::parse);
        return proof.oldSize() == older.size()
                && proof.newSize() == newer.size()
                && proof.connects(older.root(), newer.root());
    }
}
