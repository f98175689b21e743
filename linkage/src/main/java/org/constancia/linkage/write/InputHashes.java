package org.constancia.linkage.write;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;

/// The SHA-256 of the files a run read, so that a model says what it was made of.
public final class InputHashes {
    private InputHashes() {}

    /// Hash by file, in the order of the files.
    public static Map<String, String> of(List<Path> files) {
        Map<String, String> hashes = new LinkedHashMap<>();
        for (Path file : files) {
            try (InputStream stream = Files.newInputStream(file)) {
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                byte[] buffer = new byte[1 << 18];
                for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                    digest.update(buffer, 0, read);
                }
                hashes.put(file.toString(), HexFormat.of().formatHex(digest.digest()));
            } catch (IOException e) {
                throw new ConstanciaException(Problem.STORAGE_FAILED, "The file could not be read", e)
                        .with("file", file);
            } catch (NoSuchAlgorithmException e) {
                throw new ConstanciaException(Problem.BUG, "This Java has no SHA-256", e);
            }
        }
        return hashes;
    }
}
