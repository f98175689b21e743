package org.constancia.evidence.time;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.evidence.log.TestLog;
import org.constancia.evidence.note.SignedNote;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Torture test T25: valid stamps are accepted, tampered ones refused, and OpenSSL says the same.
class TimestampTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final LocalTimestampAuthority AUTHORITY =
            new LocalTimestampAuthority(CLOCK, RANDOM, Duration.ofDays(3650));
    private static final byte[] DATA = "record.example/log/1\n7\nroot\n".getBytes(UTF_8);

    @TempDir
    Path directory;

    @Test
    void aStampCoversItsBytesAndNoOthers() throws IOException {
        Timestamp stamp = stamp(DATA);
        assertThat(stamp.verify(DATA, List.of(AUTHORITY.root())))
                .isEqualTo(new Timestamp.Result.Valid(
                        Instant.ofEpochSecond(NOW.getEpochSecond()), "CN=Self-asserted time"));
        assertThat(stamp.verify("other".getBytes(UTF_8), List.of(AUTHORITY.root())))
                .isEqualTo(new Timestamp.Result.Invalid("the stamp is over other bytes"));
        LocalTimestampAuthority stranger = new LocalTimestampAuthority(CLOCK, RANDOM, Duration.ofDays(1));
        assertThat(stamp.verify(DATA, List.of(stranger.root()))).isInstanceOf(Timestamp.Result.Invalid.class);
    }

    @Test
    void aStampMadeAfterItsCertificateExpiredIsRefused() throws IOException {
        LocalTimestampAuthority expired = new LocalTimestampAuthority(CLOCK, RANDOM, Duration.ofHours(-1));
        byte[] response = expired.stamp(new TimestampRequests(RANDOM).request(DATA));
        assertThat(Timestamp.parse(response).verify(DATA, List.of(expired.root())))
                .isInstanceOf(Timestamp.Result.Invalid.class);
    }

    @Test
    void thirtyStampsAndThreeHundredTamperedOnesAreJudgedLikeOpenSslDoes() throws Exception {
        tamper(30, 300, 30);
    }

    @Test
    @Tag("slow")
    void threeHundredStampsAndThreeThousandTamperedOnesAreJudgedLikeOpenSslDoes() throws Exception {
        tamper(300, 3000, 3000);
    }

    private void tamper(int valid, int tampered, int askedOfOpenSsl) throws Exception {
        Random random = new Random(25);
        int refusedByOpenSsl = 0;
        Path root = Files.writeString(directory.resolve("root.pem"), AUTHORITY.rootPem());
        Path data = directory.resolve("data");
        Path response = directory.resolve("response.tsr");
        for (int i = 0; i < valid; i++) {
            byte[] bytes = ("checkpoint " + i).getBytes(UTF_8);
            byte[] good = AUTHORITY.stamp(new TimestampRequests(RANDOM).request(bytes));
            assertThat(accepts(good, bytes)).isTrue();
            Files.write(data, bytes);
            Files.write(response, good);
            assertThat(openSslAccepts(data, response, root)).isTrue();
            for (int j = 0; j < tampered / valid; j++) {
                byte[] bad = good.clone();
                int place = random.nextInt(bad.length);
                bad[place] ^= (byte) (1 << random.nextInt(8));
                assertThat(accepts(bad, bytes))
                        .as("stamp %d, byte %d", i, place)
                        .isFalse();
                if ((long) i * (tampered / valid) + j < askedOfOpenSsl) {
                    Files.write(response, bad);
                    refusedByOpenSsl += openSslAccepts(data, response, root) ? 0 : 1;
                }
            }
        }
        // OpenSSL lets a few bits pass that nobody signed: spare certificates, the list of digest algorithms.
        assertThat(refusedByOpenSsl).isGreaterThan(askedOfOpenSsl / 2);
    }

    private static boolean accepts(byte[] response, byte[] data) {
        try {
            return Timestamp.parse(response).verify(data, List.of(AUTHORITY.root())) instanceof Timestamp.Result.Valid;
        } catch (ConstanciaException malformed) {
            return false;
        }
    }

    private static boolean openSslAccepts(Path data, Path response, Path root)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        "openssl",
                        "ts",
                        "-verify",
                        "-in",
                        response.toString(),
                        "-data",
                        data.toString(),
                        "-CAfile",
                        root.toString())
                .redirectErrorStream(true)
                .start();
        process.getInputStream().readAllBytes();
        return process.waitFor() == 0;
    }

    @Test
    void whatIsNoResponseIsRefused() {
        for (byte[] bytes : List.of(new byte[0], DATA, new byte[] {0x30, 0x03, 0x02, 0x01, 0x00})) {
            assertThatExceptionOfType(ConstanciaException.class).isThrownBy(() -> Timestamp.parse(bytes));
        }
        assertThatExceptionOfType(ConstanciaException.class).isThrownBy(() -> Timestamp.certificates(DATA));
        assertThat(Timestamp.certificates(AUTHORITY.rootPem().getBytes(UTF_8))).containsExactly(AUTHORITY.root());
    }

    @Test
    void aCheckpointWaitsWhileThereIsNoNetwork() {
        AtomicBoolean online = new AtomicBoolean();
        TimestampAuthority moody = new TimestampAuthority() {
            @Override
            public String name() {
                return "moody";
            }

            @Override
            public byte[] stamp(byte[] request) throws IOException {
                if (!online.get()) {
                    throw new IOException("no network");
                }
                return AUTHORITY.stamp(request);
            }
        };
        SignedNote checkpoint = new TestLog(directory).open().checkpoint();
        TimestampQueue queue = new TimestampQueue(directory.resolve("queue"), List.of(AUTHORITY, moody), RANDOM);
        queue.add(checkpoint);
        queue.add(checkpoint);
        assertThat(queue.work()).containsExactly("moody: no network");
        assertThat(queue.list()).singleElement().satisfies(anchored -> {
            assertThat(anchored.stamps()).hasSize(1);
            assertThat(anchored.waitingFor()).containsExactly("moody");
        });
        online.set(true);
        assertThat(queue.work()).isEmpty();
        assertThat(queue.list().getFirst().stamps())
                .hasSize(2)
                .allMatch(
                        stamp -> stamp.timestamp().verify(checkpoint.text().getBytes(UTF_8), List.of(AUTHORITY.root()))
                                instanceof Timestamp.Result.Valid);
    }

    private static Timestamp stamp(byte[] data) throws IOException {
        return Timestamp.parse(AUTHORITY.stamp(new TimestampRequests(RANDOM).request(data)));
    }
}
