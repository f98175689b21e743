package org.constancia.evidence.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.evidence.archive.AgeEncryption.Identity;
import org.constancia.evidence.digest.Sha256;
import org.junit.jupiter.api.Test;

class ArchiveTest {
    @Test
    void whatWasArchivedIsReadBackInOrder() throws IOException {
        Map<String, byte[]> entries = entries();
        assertThat(read(archive(entries))).containsExactlyEntriesOf(entries);
    }

    @Test
    void anArchiveCutOffAnywhereIsNone() throws IOException {
        byte[] archive = archive(entries());
        for (int length = archive.length - 1; length >= 0; length -= length > archive.length - 500 ? 1 : 97) {
            byte[] cut = Arrays.copyOf(archive, length);
            assertThatExceptionOfType(ConstanciaException.class)
                    .as("cut at %d of %d", length, archive.length)
                    .isThrownBy(() -> read(cut))
                    .satisfies(failure -> assertThat(failure.problem()).isEqualTo(Problem.BAD_INPUT));
        }
    }

    @Test
    void everyFlippedBitIsRefused() throws IOException {
        byte[] archive = archive(entries());
        Random random = new Random(3);
        for (int i = 0; i < 1500; i++) {
            byte[] bad = archive.clone();
            int at = i < 600 ? bad.length - 1 - i : random.nextInt(bad.length);
            bad[at] ^= (byte) (1 << random.nextInt(8));
            assertThatExceptionOfType(ConstanciaException.class)
                    .as("byte %d of %d", at, bad.length)
                    .isThrownBy(() -> read(bad))
                    .satisfies(
                            failure -> assertThat(failure.problem()).isIn(Problem.BAD_INPUT, Problem.STORAGE_FAILED));
        }
    }

    @Test
    void namesThatLeaveTheDirectoryAreRefused() throws IOException {
        try (ArchiveWriter writer = new ArchiveWriter(new ByteArrayOutputStream())) {
            writer.entry("a/b.copy", out -> out.write(1));
            for (String bad : List.of("../x", "/x", "a//b", "", "MANIFEST", "a/b.copy", "a\\b", ".x")) {
                assertThatIllegalArgumentException().isThrownBy(() -> writer.entry(bad, _ -> {}));
            }
        }
    }

    @Test
    void onlyARecipientDecrypts() throws IOException {
        Identity first = AgeEncryption.generate();
        Identity second = AgeEncryption.generate();
        Identity stranger = AgeEncryption.generate();
        assertThat(first.recipient()).startsWith("age1");
        assertThat(first.identity()).startsWith("AGE-SECRET-KEY-1");
        assertThat(first.toString()).doesNotContain("SECRET");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream encrypted = AgeEncryption.encrypt(bytes, List.of(first.recipient(), second.recipient()));
                ArchiveWriter writer = new ArchiveWriter(encrypted)) {
            for (Map.Entry<String, byte[]> entry : entries().entrySet()) {
                writer.entry(entry.getKey(), out -> out.write(entry.getValue()));
            }
            writer.finish();
        }
        byte[] ciphertext = bytes.toByteArray();
        assertThat(new String(ciphertext, 0, 21, UTF_8)).isEqualTo("age-encryption.org/v1");
        for (Identity identity : List.of(first, second)) {
            try (InputStream plain =
                    AgeEncryption.decrypt(new ByteArrayInputStream(ciphertext), List.of(identity.identity()))) {
                assertThat(read(plain.readAllBytes())).containsExactlyEntriesOf(entries());
            }
        }
        assertThatExceptionOfType(ConstanciaException.class)
                .isThrownBy(() ->
                        AgeEncryption.decrypt(new ByteArrayInputStream(ciphertext), List.of(stranger.identity())));
        assertThatExceptionOfType(ConstanciaException.class)
                .isThrownBy(() -> AgeEncryption.encrypt(new ByteArrayOutputStream(), List.of("age1nonsense")));
    }

    private static Map<String, byte[]> entries() {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        Random random = new Random(1);
        for (String name : List.of("database/event.copy", "blobs/ab/cd", "log/1/checkpoint", "empty")) {
            byte[] bytes = new byte[name.equals("empty") ? 0 : 3000 + random.nextInt(2000)];
            random.nextBytes(bytes);
            entries.put(name, bytes);
        }
        return entries;
    }

    private static byte[] archive(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ArchiveWriter writer = new ArchiveWriter(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                writer.entry(entry.getKey(), out -> {
                    out.write(entry.getValue());
                    out.close();
                });
            }
            writer.finish();
        }
        return bytes.toByteArray();
    }

    private static Map<String, byte[]> read(byte[] archive) {
        Map<String, byte[]> found = new LinkedHashMap<>();
        Map<String, Sha256> digests = ArchiveReader.read(
                new ByteArrayInputStream(archive), (name, content) -> found.put(name, content.readAllBytes()));
        assertThat(digests.keySet()).containsExactlyElementsOf(found.keySet());
        return found;
    }
}
