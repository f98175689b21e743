package org.constancia.evidence.content;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.evidence.digest.Sha256;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("InputStreamSlowMultibyteRead")
class ContentStoreTest {
    private static final NameKey KEY = NameKey.of(new byte[32]);
    private static final long LIMIT = 1 << 20;

    @TempDir
    Path directory;

    private ContentStore store;

    @BeforeEach
    void open() {
        store = ContentStore.open(directory, KEY);
    }

    @AfterEach
    void close() {
        store.close();
    }

    /// The digests of "abc" are those of FIPS 180-4's examples.
    @Test
    void bothDigestsAreThoseOfTheStandard() {
        Content content = put("abc");
        assertThat(content.sha256().hex())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(content.sha512().hex())
                .isEqualTo("ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
                        + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f");
        assertThat(content.length()).isEqualTo(3);
    }

    @Test
    void whatWasPutIsReadBack() throws IOException {
        Content content = put("una fuente");
        try (InputStream stream = store.open(content.sha256())) {
            assertThat(stream.readAllBytes()).isEqualTo("una fuente".getBytes(UTF_8));
        }
        assertThat(store.contains(content.sha256())).isTrue();
        assertThat(store.verify(content.sha256())).isEqualTo(Condition.INTACT);
    }

    @Test
    void theSameBytesTwiceAreOneBlob() {
        assertThat(put("dos veces")).isEqualTo(put("dos veces"));
        assertThat(store.listNames()).hasSize(1);
    }

    @Test
    void anEmptyFileIsContentToo() throws IOException {
        Content content = put("");
        assertThat(content.length()).isZero();
        assertThat(store.open(content.sha256()).readAllBytes()).isEmpty();
    }

    @Test
    void theLimitItselfIsAccepted() {
        assertThat(store.put(bytes("12345"), 5).length()).isEqualTo(5);
    }

    @Test
    void oneByteOverTheLimitKeepsNothing() throws IOException {
        assertThatExceptionOfType(ConstanciaException.class)
                .isThrownBy(() -> store.put(bytes("123456"), 5))
                .satisfies(failure -> {
                    assertThat(failure.problem()).isEqualTo(Problem.TOO_LARGE);
                    assertThat(failure.facts()).containsEntry("limit", 5L);
                });
        assertNothingIsKept();
    }

    @Test
    void aStreamThatBreaksKeepsNothing() throws IOException {
        InputStream breaking = new SequenceInputStream(bytes("half"), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }
        });
        assertThatExceptionOfType(ConstanciaException.class)
                .isThrownBy(() -> store.put(breaking, LIMIT))
                .satisfies(failure -> assertThat(failure.problem()).isEqualTo(Problem.BAD_INPUT));
        assertNothingIsKept();
    }

    @Test
    void damagedBytesAreNeverHandedOut() throws IOException {
        Content content = put("evidence");
        Path blob = blob(content);
        byte[] damaged = Files.readAllBytes(blob);
        damaged[3] ^= 1;
        Files.write(blob, damaged);

        assertThat(store.verify(content.sha256())).isEqualTo(Condition.DAMAGED);
        assertThatExceptionOfType(ConstanciaException.class)
                .isThrownBy(() -> store.open(content.sha256()))
                .satisfies(failure -> {
                    assertThat(failure.problem()).isEqualTo(Problem.STORAGE_FAILED);
                    assertThat(failure.facts())
                            .containsEntry("blob", store.name(content.sha256()).hex());
                });
        assertThat(store.scrub((_, _) -> {}).damaged()).containsExactly(store.name(content.sha256()));
    }

    @Test
    void puttingTheBytesAgainRepairsADamagedBlob() throws IOException {
        Content content = put("evidence");
        Files.writeString(blob(content), "evidencE");
        put("evidence");
        assertThat(store.verify(content.sha256())).isEqualTo(Condition.INTACT);
    }

    @Test
    void contentNeverPutIsNotFound() {
        Sha256 digest = Sha256.digestOf("nothing".getBytes(UTF_8));
        assertThat(store.verify(digest)).isEqualTo(Condition.MISSING);
        assertThatExceptionOfType(ConstanciaException.class)
                .isThrownBy(() -> store.open(digest))
                .satisfies(failure -> assertThat(failure.problem()).isEqualTo(Problem.RECORD_NOT_FOUND));
    }

    @Test
    void thePathRevealsNeitherTheDigestNorTheTime() throws IOException {
        Content content = put("a video both sides know");
        try (Stream<Path> paths = Files.walk(directory)) {
            assertThat(paths.map(Path::toString))
                    .noneMatch(path -> path.contains(content.sha256().hex()))
                    .noneMatch(path -> path.contains(content.sha512().hex()));
        }
        assertThat(Files.getLastModifiedTime(blob(content)).toInstant()).isEqualTo(Instant.EPOCH);
        assertThat(NameKey.of(new byte[32]).name(content.sha256()))
                .isNotEqualTo(NameKey.of("another key of thirty-two bytes!".getBytes(UTF_8))
                        .name(content.sha256()));
    }

    @Test
    void aWrongKeyIsRefused() {
        NameKey other = NameKey.of("another key of thirty-two bytes!".getBytes(UTF_8));
        assertThatExceptionOfType(ConstanciaException.class)
                .isThrownBy(() -> ContentStore.open(directory, other))
                .satisfies(failure -> assertThat(failure.problem()).isEqualTo(Problem.STORAGE_FAILED));
    }

    @Test
    void theKeyFileIsMadeOnceAndReadByItsOwnerOnly() throws IOException {
        Path file = directory.resolve("keys/content.key");
        NameKey made = NameKey.open(file, new Random(1));
        assertThat(NameKey.open(file, new Random(2)).fingerprint()).isEqualTo(made.fingerprint());
        assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
        Files.writeString(file, "zz");
        assertThatExceptionOfType(ConstanciaException.class).isThrownBy(() -> NameKey.open(file, new Random(2)));
    }

    @Test
    void blobsWithoutRowAreQuarantinedAndRowsWithoutBlobReported() {
        Content referred = put("referred");
        Content orphan = put("orphan");
        Sha256 lost = Sha256.digestOf("lost".getBytes(UTF_8));
        Instant later = Instant.now().plusSeconds(60);

        Sweep early = store.sweep(List.of(referred.sha256(), lost), Duration.ofHours(1), later);
        assertThat(early.quarantined())
                .as("its row may be about to be committed")
                .isEmpty();

        Sweep sweep = store.sweep(List.of(referred.sha256(), lost, referred.sha256()), Duration.ZERO, later);
        assertThat(sweep.quarantined()).containsExactly(store.name(orphan.sha256()));
        assertThat(sweep.missing()).containsExactly(lost);
        assertThat(directory
                        .resolve("quarantine")
                        .resolve(store.name(orphan.sha256()).hex()))
                .hasContent("orphan");
        assertThat(store.contains(referred.sha256())).isTrue();
        assertThat(store.sweep(List.of(referred.sha256()), Duration.ZERO, later).isClean())
                .isTrue();
    }

    @Test
    void erasedContentIsGone() {
        Content content = put("consent withdrawn");
        store.erase(content.sha256());
        store.erase(content.sha256());
        assertThat(store.contains(content.sha256())).isFalse();
        assertThat(store.scrub((_, _) -> {}).blobs()).isZero();
    }

    @Test
    void aSecondStoreOnTheDirectoryDoesNotSweepWhatTheFirstIsReceiving() {
        InputStream slow = new SequenceInputStream(bytes("first"), new InputStream() {
            @Override
            public int read() {
                ContentStore.open(directory, KEY).close();
                return -1;
            }
        });
        assertThat(store.put(slow, LIMIT).length()).isEqualTo(5);
        put("the first store still works");
    }

    private Content put(String text) {
        return store.put(bytes(text), LIMIT);
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    private Path blob(Content content) {
        String name = store.name(content.sha256()).hex();
        return directory.resolve("blobs").resolve(name.substring(0, 2)).resolve(name);
    }

    private void assertNothingIsKept() throws IOException {
        assertThat(store.listNames()).isEmpty();
        try (Stream<Path> files = Files.walk(directory.resolve("incoming"))) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> file.getFileName().toString()))
                    .allMatch(name -> name.equals("lock"));
        }
    }
}
