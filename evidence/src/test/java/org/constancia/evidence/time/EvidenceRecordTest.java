package org.constancia.evidence.time;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.ers.ERSByteData;
import org.bouncycastle.tsp.ers.ERSDataGroup;
import org.bouncycastle.tsp.ers.ERSEvidenceRecord;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.evidence.log.TestLog;
import org.constancia.evidence.note.SignedNote;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Torture test T25, its second half: stamps renewed five times and hashed again twice stay provable, and a
/// change in any layer is refused. BouncyCastle's own reader of RFC 4998 is asked too.
class EvidenceRecordTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Instant BEGIN = Instant.parse("2026-11-23T12:00:00Z");
    private static final int YEARS = 9;

    @TempDir
    Path home;

    private final List<X509Certificate> roots = new ArrayList<>();

    /// An authority whose certificate lasts ten years from a day, as those of real ones do.
    private LocalTimestampAuthority authority(Instant now) {
        LocalTimestampAuthority authority =
                new LocalTimestampAuthority(Clock.fixed(now, ZoneOffset.UTC), RANDOM, Duration.ofDays(3650));
        roots.add(authority.root());
        return authority;
    }

    private static Instant after(int renewals) {
        return BEGIN.plus(Duration.ofDays(365L * YEARS * renewals));
    }

    private List<byte[]> group(int number) throws IOException {
        byte[] text = ("record.example/log/1\n" + number + "\nroot\n").getBytes(UTF_8);
        return List.of(text, authority(BEGIN).stamp(new TimestampRequests(RANDOM).request(text)));
    }

    /// Records over these groups, renewed five times, twice with a new hash tree, nine years apart.
    private List<List<EvidenceRecord>> lives(List<List<byte[]>> groups) throws IOException {
        List<List<EvidenceRecord>> lives = new ArrayList<>();
        lives.add(stamping(0).begin(groups, ArchiveHash.SHA_256));
        lives.add(stamping(1).renew(lives.getLast(), ArchiveHash.SHA_256));
        lives.add(stamping(2).renew(lives.getLast(), ArchiveHash.SHA_256));
        lives.add(stamping(3).rehash(lives.getLast(), groups, ArchiveHash.SHA_512));
        lives.add(stamping(4).renew(lives.getLast(), ArchiveHash.SHA_512));
        lives.add(stamping(5).renew(lives.getLast(), ArchiveHash.SHA_512));
        lives.add(stamping(6).rehash(lives.getLast(), groups, ArchiveHash.SHA_512));
        lives.add(stamping(7).renew(lives.getLast(), ArchiveHash.SHA_512));
        return lives;
    }

    private ArchiveTimestamping stamping(int renewals) {
        return new ArchiveTimestamping(authority(after(renewals)), RANDOM);
    }

    @Test
    void aStampRenewedFiveTimesAndHashedAgainTwiceStillProvesItsFirstTime() throws Exception {
        List<List<byte[]>> groups = List.of(group(7), group(8), group(9), group(10), group(11));
        List<List<EvidenceRecord>> lives = lives(groups);
        for (int renewals = 0; renewals < lives.size(); renewals++) {
            for (int i = 0; i < groups.size(); i++) {
                EvidenceRecord record =
                        EvidenceRecord.parse(lives.get(renewals).get(i).bytes());
                assertThat(record.stamps()).isEqualTo(renewals + 1);
                assertThat(record.verify(groups.get(i), roots))
                        .as("group %d, renewed %d times", i, renewals)
                        .isEqualTo(new EvidenceRecord.Result.Valid(
                                BEGIN,
                                after(renewals),
                                after(renewals).plus(Duration.ofDays(3650)),
                                "CN=Self-asserted time"));
                assertThat(isPresentForBouncyCastle(record, groups.get(i))).isTrue();
                List<byte[]> another = groups.get((i + 1) % groups.size());
                assertThat(record.verify(another, roots)).isInstanceOf(EvidenceRecord.Result.Invalid.class);
                assertThat(isPresentForBouncyCastle(record, another)).isFalse();
            }
        }
    }

    @Test
    void theWholeGroupIsNeededAndNothingElse() throws IOException {
        List<byte[]> group = group(7);
        EvidenceRecord record =
                stamping(0).begin(List.of(group), ArchiveHash.SHA_256).getFirst();
        assertThat(record.verify(group.reversed(), roots)).isInstanceOf(EvidenceRecord.Result.Valid.class);
        assertThat(record.verify(group.subList(0, 1), roots))
                .isEqualTo(new EvidenceRecord.Result.Invalid(
                        "the record does not verify: the record is over another group"));
        List<byte[]> more = new ArrayList<>(group);
        more.add(new byte[] {1});
        assertThat(record.verify(more, roots)).isInstanceOf(EvidenceRecord.Result.Invalid.class);
    }

    @Test
    void aRenewalThatCameAfterTheCertificateHadEndedIsRefused() throws IOException {
        List<byte[]> group = group(7);
        List<EvidenceRecord> begun = stamping(0).begin(List.of(group), ArchiveHash.SHA_256);
        EvidenceRecord late = stamping(2).renew(begun, ArchiveHash.SHA_256).getFirst();
        assertThat(late.verify(group, roots))
                .isEqualTo(new EvidenceRecord.Result.Invalid(
                        "the stamp of 2026-11-23T12:00:00Z was renewed too late, at " + after(2)));
    }

    @Test
    void aRecordLeadsToRootsThatAreTrustedForEachOfItsStamps() throws IOException {
        List<byte[]> group = group(7);
        List<EvidenceRecord> begun = stamping(0).begin(List.of(group), ArchiveHash.SHA_256);
        EvidenceRecord renewed = stamping(1).renew(begun, ArchiveHash.SHA_256).getFirst();
        assertThat(renewed.verify(group, roots)).isInstanceOf(EvidenceRecord.Result.Valid.class);
        assertThat(renewed.verify(group, roots.subList(0, roots.size() - 1)))
                .isInstanceOf(EvidenceRecord.Result.Invalid.class);
    }

    @Test
    void threeHundredChangesInAllLayersAreRefused() throws IOException {
        tamper(300);
    }

    @Test
    @Tag("slow")
    void everySingleBitOfARenewedRecordCounts() throws IOException {
        tamper(Integer.MAX_VALUE);
    }

    private void tamper(int most) throws IOException {
        List<List<byte[]>> groups = List.of(group(7), group(8), group(9));
        byte[] good = lives(groups).getLast().get(1).bytes();
        Random random = new Random(25);
        int bits = good.length * 8;
        for (int i = 0; i < Math.min(most, bits); i++) {
            int bit = most < bits ? random.nextInt(bits) : i;
            byte[] bad = good.clone();
            bad[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(accepts(bad, groups.get(1))).as("bit %d", bit).isFalse();
        }
        assertThat(accepts(good, groups.get(1))).isTrue();
    }

    private boolean accepts(byte[] record, List<byte[]> group) {
        try {
            return EvidenceRecord.parse(record).verify(group, roots) instanceof EvidenceRecord.Result.Valid;
        } catch (ConstanciaException malformed) {
            return false;
        }
    }

    private static boolean isPresentForBouncyCastle(EvidenceRecord record, List<byte[]> group) throws Exception {
        return new ERSEvidenceRecord(record.bytes(), new JcaDigestCalculatorProviderBuilder().build())
                .isContaining(
                        new ERSDataGroup(new ERSByteData(group.get(0)), new ERSByteData(group.get(1))),
                        new java.util.Date(record.renewed().toEpochMilli()));
    }

    @Test
    void stampsAreRenewedAYearAheadAndNotBefore() throws IOException {
        TestLog log = new TestLog(home.resolve("place"));
        SignedNote checkpoint = log.open().append(TestLog.entries(0, 10)).checkpoint();
        Path queue = home.resolve("queue");
        LocalTimestampAuthority first = authority(BEGIN);
        TimestampQueue stamps = new TimestampQueue(queue, List.of(first), RANDOM);
        stamps.add(checkpoint);
        assertThat(stamps.work()).isEmpty();

        assertThat(renewal(queue, Duration.ofDays(3650 - 366)).work().stamps()).isZero();
        assertThat(stamps.list().getFirst().stamps().getFirst().renewal()).isEmpty();
        StampRenewal.Outcome begun = renewal(queue, Duration.ofDays(3650 - 300)).work();
        assertThat(begun).isEqualTo(new StampRenewal.Outcome(1, "self-asserted", 0, List.of()));
        assertThat(renewal(queue, Duration.ofDays(3650 - 200)).work().stamps()).isZero();
        assertThat(renewal(queue, Duration.ofDays(2 * 3650 - 400))
                        .renewAll(true)
                        .stamps())
                .isEqualTo(1);

        TimestampQueue.Stamp kept = stamps.list().getFirst().stamps().getFirst();
        EvidenceRecord record = kept.renewal().orElseThrow();
        assertThat(record.hash()).isEqualTo("SHA-512");
        assertThat(record.stamps()).isEqualTo(2);
        assertThat(record.verify(
                        StampRenewal.group(checkpoint.text(), kept.timestamp().bytes()), roots))
                .isInstanceOf(EvidenceRecord.Result.Valid.class);
    }

    private StampRenewal renewal(Path queue, Duration later) {
        Instant now = BEGIN.plus(later);
        TimestampQueue stamps = new TimestampQueue(queue, List.of(), RANDOM);
        return new StampRenewal(stamps, List.of(authority(now)), RANDOM, Clock.fixed(now, ZoneOffset.UTC));
    }

    @Test
    void anAnswerToAnotherRequestIsNotKept() throws IOException {
        TestLog log = new TestLog(home.resolve("place"));
        SignedNote checkpoint = log.open().append(TestLog.entries(0, 10)).checkpoint();
        LocalTimestampAuthority honest = authority(BEGIN);
        byte[] stale = honest.stamp(new TimestampRequests(RANDOM).request("something else".getBytes(UTF_8)));
        TimestampQueue queue = new TimestampQueue(
                home.resolve("queue"),
                List.of(new TimestampAuthority() {
                    @Override
                    public String name() {
                        return "confused";
                    }

                    @Override
                    public byte[] stamp(byte[] request) {
                        return stale;
                    }
                }),
                RANDOM);
        queue.add(checkpoint);
        assertThat(queue.work()).containsExactly("confused: the answer is to another request");
        assertThat(Files.walk(home.resolve("queue"))
                        .filter(file -> file.toString().endsWith(".tsr")))
                .isEmpty();
    }
}
