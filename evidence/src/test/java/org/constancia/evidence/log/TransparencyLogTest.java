package org.constancia.evidence.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.evidence.GoOracle;
import org.constancia.evidence.digest.Sha256;
import org.constancia.evidence.json.Json;
import org.constancia.evidence.merkle.MerkleHash;
import org.constancia.evidence.note.Checkpoint;
import org.constancia.evidence.note.ConsistencyText;
import org.constancia.evidence.note.LogProof;
import org.constancia.evidence.note.Policy;
import org.constancia.evidence.note.SignedNote;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransparencyLogTest {
    @TempDir
    Path home;

    private TestLog place;

    @BeforeEach
    void place() {
        place = new TestLog(home);
    }

    @Test
    void anEmptyLogIsSignedAtOnce() {
        TransparencyLog log = place.open();
        assertThat(log.state()).isEqualTo(new LogState.Writable());
        Checkpoint head = Checkpoint.parse(log.checkpoint().text());
        assertThat(head).isEqualTo(new Checkpoint("record.example/log/1", 0, MerkleHash.EMPTY));
        assertThat(log.append(List.of()).count()).isZero();
    }

    @Test
    void indicesHaveNoGapAndEveryEntryIsProven() {
        TransparencyLog log = place.open();
        List<LogEntry> all = TestLog.entries(0, 1000);
        long size = 0;
        for (int batch : new int[] {1, 2, 253, 255, 1, 488}) {
            Appended appended = log.append(all.subList((int) size, (int) size + batch));
            assertThat(appended.firstIndex()).isEqualTo(size);
            size += batch;
            assertThat(log.size()).isEqualTo(size);
            assertThat(log.root(size))
                    .isEqualTo(MerkleHash.root(all.subList(0, (int) size).stream()
                            .map(LogEntry::leafHash)
                            .toList()));
        }
        Policy policy = Policy.parse(log.policy());
        for (int index = 0; index < size; index += 37) {
            assertThat(log.entry(index)).isEqualTo(all.get(index).bytes());
            LogProof proof = LogProof.parse(log.proof(index).bytes());
            assertThat(proof.verify(all.get(index).bytes(), policy)).isInstanceOf(LogProof.Result.Proven.class);
            assertThat(proof.verify(all.get((index + 1) % 1000).bytes(), policy))
                    .isInstanceOf(LogProof.Result.Refused.class);
        }
    }

    @Test
    void everySizeExtendsEverySmallerOne() {
        TransparencyLog log = place.open();
        List<Sha256> roots = new ArrayList<>(List.of(MerkleHash.EMPTY));
        for (int i = 0; i < 20; i++) {
            log.append(TestLog.entries(i * 29L, 29));
            roots.add(log.root(log.size()));
        }
        for (int older = 1; older <= 20; older++) {
            for (int newer = older; newer <= 20; newer++) {
                assertThat(log.consistency(older * 29L, newer * 29L).connects(roots.get(older), roots.get(newer)))
                        .isTrue();
            }
        }
    }

    @Test
    void anExpertsGoProgramAcceptsProofAndConsistency(@TempDir Path work) throws Exception {
        GoOracle go = GoOracle.build(work);
        TransparencyLog log = place.open();
        log.append(TestLog.entries(0, 300));
        SignedNote older = log.checkpoint();
        log.append(TestLog.entries(300, 400));
        Files.writeString(work.resolve("full-policy"), log.policy());
        Files.writeString(work.resolve("policy"), "log " + log.verifierKeys().getFirst() + "\nquorum none\n");
        Files.write(work.resolve("proof"), log.proof(123).bytes());
        Files.write(work.resolve("entry"), log.entry(123));
        Files.write(work.resolve("other"), log.entry(124));
        Files.write(work.resolve("older"), older.bytes());
        Files.write(work.resolve("newer"), log.checkpoint().bytes());
        Files.write(work.resolve("consistency"), ConsistencyText.bytes(log.consistency(300, 700)));
        assertThat(go.run("inclusion", work + "/policy", work + "/proof", work + "/entry"))
                .isZero();
        assertThat(go.run("inclusion", work + "/policy", work + "/proof", work + "/other"))
                .isEqualTo(1);
        assertThat(go.run("inclusion", work + "/full-policy", work + "/proof", work + "/entry"))
                .as("Go 1.19 has no ML-DSA-44, so it cannot tell")
                .isEqualTo(2);
        assertThat(go.run("consistency", work + "/policy", work + "/older", work + "/newer", work + "/consistency"))
                .isZero();
        assertThat(go.run("checkpoint", work + "/policy", work + "/missing")).isEqualTo(2);
    }

    @Test
    void theLogGoesOnAfterReopening() {
        place.open().append(TestLog.entries(0, 700));
        TransparencyLog reopened = place.open();
        assertThat(reopened.size()).isEqualTo(700);
        reopened.append(TestLog.entries(700, 600));
        assertThat(reopened.root(1300))
                .isEqualTo(MerkleHash.root(TestLog.entries(0, 1300).stream()
                        .map(LogEntry::leafHash)
                        .toList()));
        assertThat(place.audit(1)).isEmpty();
    }

    @Test
    void aRepeatedAppendAddsNothingTwice() {
        TransparencyLog log = place.open();
        log.append(0, TestLog.entries(0, 10));
        Appended again = log.append(5, TestLog.entries(5, 10));
        assertThat(again.firstIndex()).isEqualTo(5);
        assertThat(log.size()).isEqualTo(15);
        log.append(0, TestLog.entries(0, 15));
        assertThat(log.size()).isEqualTo(15);
        assertProblem(Problem.CHANGED_MEANWHILE, () -> log.append(14, TestLog.entries(99, 2)));
        assertProblem(Problem.CHANGED_MEANWHILE, () -> log.append(16, TestLog.entries(16, 1)));
        assertThat(log.size()).isEqualTo(15);
    }

    @Test
    void aProofUnderAnEarlierCheckpointStands() {
        TransparencyLog log = place.open();
        log.append(TestLog.entries(0, 10));
        SignedNote earlier = log.checkpoint();
        log.append(TestLog.entries(10, 500));
        Policy policy = Policy.parse(log.policy());
        assertThat(log.proof(9, earlier).verify(log.entry(9), policy)).isInstanceOf(LogProof.Result.Proven.class);
        assertProblem(Problem.RECORD_NOT_FOUND, () -> log.proof(10, earlier));
        assertProblem(Problem.RECORD_NOT_FOUND, () -> log.entry(510));
        assertProblem(Problem.RECORD_NOT_FOUND, () -> log.entry(-1));
        SignedNote foreign =
                new SignedNote(new Checkpoint("other.example/log", 3, log.root(3)).text(), earlier.signatures());
        assertProblem(Problem.CHANGED_MEANWHILE, () -> log.proof(1, foreign));
    }

    @Test
    void theReceiptIsSignedAndNamesTheEntry() {
        TransparencyLog log = place.open();
        LogEntry entry = TestLog.entries(0, 1).getFirst();
        SignedNote note = SignedNote.parse(log.receipt(entry).bytes());
        Receipt receipt = Receipt.verify(note, log.verifierKeys().getFirst());
        assertThat(receipt.leafHash()).isEqualTo(entry.leafHash());
        assertThat(receipt.includedBy()).isEqualTo(TestLog.NOON.instant().plusSeconds(60));
        SignedNote forged = new SignedNote(note.text().replace("12:01", "12:02"), note.signatures());
        assertProblem(
                Problem.BAD_INPUT,
                () -> Receipt.verify(forged, log.verifierKeys().getFirst()));
    }

    @Test
    void whatAnInterruptedAppendLeftIsOverwritten() throws IOException {
        TransparencyLog log = place.open();
        log.append(TestLog.entries(0, 200));
        Path saved = home.resolve("saved");
        copyTree(home.resolve("log/1/checkpoint"), saved);
        byte[] outside = Files.readAllBytes(home.resolve("outside/1/latest"));
        log.append(TestLog.entries(5000, 2000));
        // The machine stopped after the tiles and before the checkpoint.
        Files.copy(saved, home.resolve("log/1/checkpoint"), StandardCopyOption.REPLACE_EXISTING);
        Files.write(home.resolve("outside/1/latest"), outside);
        restorePartials();

        TransparencyLog restarted = place.open();
        assertThat(restarted.state()).isEqualTo(new LogState.Writable());
        assertThat(restarted.size()).isEqualTo(200);
        restarted.append(TestLog.entries(200, 100));
        assertThat(place.audit(1)).isEmpty();
        assertThat(restarted.entry(299))
                .isEqualTo(TestLog.entries(299, 1).getFirst().bytes());
    }

    /// The partial tiles the first 200 entries had; the long append removed them.
    private void restorePartials() throws IOException {
        TestLog other = new TestLog(home.resolve("other"), home.resolve("keys"));
        other.open().append(TestLog.entries(0, 200));
        copyTree(home.resolve("other/log/1/tile"), home.resolve("log/1/tile"));
    }

    @Test
    void aLogRolledBackIsReadOnlyAndANewOriginCommitsToWhatWasLost() throws IOException {
        TransparencyLog log = place.open();
        log.append(TestLog.entries(0, 300));
        copyTree(home.resolve("log"), home.resolve("backup"));
        log.append(TestLog.entries(300, 300));
        Checkpoint lost = Checkpoint.parse(log.checkpoint().text());
        deleteTree(home.resolve("log"));
        copyTree(home.resolve("backup"), home.resolve("log"));

        TransparencyLog restored = place.open();
        assertThat(restored.state()).isInstanceOfSatisfying(LogState.ReadOnly.class, state -> {
            assertThat(state.reason()).contains("300").contains("600");
            assertThat(state.remedy()).contains("new origin");
        });
        assertProblem(Problem.READ_ONLY, () -> restored.append(TestLog.entries(300, 1)));
        assertProblem(
                Problem.READ_ONLY, () -> restored.receipt(TestLog.entries(0, 1).getFirst()));

        TransparencyLog next = NewOrigin.begin(
                home.resolve("log"), home.resolve("outside"), place.keyring(), TestLog.NOON, "custodian-1");
        assertThat(next.origin()).isEqualTo("record.example/log/2");
        LogEntry first = LogEntry.parse(next.entry(0));
        assertThat(first.type()).isEqualTo("origin");
        assertThat(first.facts())
                .isEqualTo(Json.object()
                        .with("origin", "record.example/log/1")
                        .with("size", 600)
                        .with("root", lost.root().hex())
                        .with("lostFrom", 256)
                        .with("lostTo", 600));
        next.append(TestLog.entries(0, 5));
        assertThat(place.open().size()).isEqualTo(6);
        TransparencyLog old =
                TransparencyLog.open(home.resolve("log"), home.resolve("outside"), place.keyring(), TestLog.NOON, 1);
        assertThat(old.state()).isInstanceOf(LogState.ReadOnly.class);
        assertProblem(
                Problem.USAGE,
                () -> NewOrigin.begin(
                        home.resolve("log"), home.resolve("outside"), place.keyring(), TestLog.NOON, "x"));
    }

    @Test
    void tilesThatAreAllThereOutweighAnOldCheckpointFile() throws IOException {
        TransparencyLog log = place.open();
        log.append(TestLog.entries(0, 300));
        copyTree(home.resolve("log/1/checkpoint"), home.resolve("old"));
        log.append(TestLog.entries(300, 300));
        copyTree(home.resolve("old"), home.resolve("log/1/checkpoint"));
        assertThat(place.open().size()).isEqualTo(600);
    }

    @Test
    void aForkedLogIsReadOnly() throws IOException {
        place.open().append(TestLog.entries(0, 300));
        // Somebody with the keys builds another history of more entries.
        TestLog forger = new TestLog(home.resolve("forger"), home.resolve("keys"));
        forger.open().append(TestLog.entries(1000, 400));
        deleteTree(home.resolve("log"));
        copyTree(home.resolve("forger/log"), home.resolve("log"));
        assertThat(place.open().state())
                .isInstanceOfSatisfying(
                        LogState.ReadOnly.class,
                        state -> assertThat(state.reason()).contains("does not extend"));
    }

    @Test
    void aMissingOutsideCopyStopsTheLogUntilSomebodyAcceptsIt() throws IOException {
        place.open().append(TestLog.entries(0, 30));
        deleteTree(home.resolve("outside"));
        assertThat(place.open().state()).isInstanceOf(LogState.ReadOnly.class);
        TransparencyLog accepted = TransparencyLog.acceptWithoutOutsideCopy(
                home.resolve("log"), home.resolve("outside"), place.keyring(), TestLog.NOON);
        assertThat(accepted.state()).isEqualTo(new LogState.Writable());
        assertThat(accepted.append(TestLog.entries(30, 1)).firstIndex()).isEqualTo(30);
    }

    @Test
    void aDamagedTileOrSignatureStopsTheLog() throws IOException {
        place.open().append(TestLog.entries(0, 300));
        Path tile = home.resolve("log/1/tile/0/001.p/44");
        byte[] good = Files.readAllBytes(tile);
        byte[] bad = good.clone();
        bad[40] ^= 1;
        Files.write(tile, bad);
        assertThat(place.open().state()).isInstanceOf(LogState.ReadOnly.class);
        Files.write(tile, good);
        assertThat(place.open().state()).isEqualTo(new LogState.Writable());
        String note = Files.readString(home.resolve("log/1/checkpoint"));
        Files.writeString(home.resolve("log/1/checkpoint"), note.replaceFirst("\n300\n", "\n301\n"));
        assertThat(place.open().state()).isInstanceOf(LogState.ReadOnly.class);
        Files.writeString(home.resolve("log/1/checkpoint"), "nonsense");
        assertThat(place.open().state()).isInstanceOf(LogState.ReadOnly.class);
    }

    @Test
    void theCheckpointOfEachDayIsKept() {
        TransparencyLog log = place.open();
        log.append(TestLog.entries(0, 3));
        assertThat(log.days()).containsExactly(LocalDate.parse("2026-11-23"));
        assertThat(log.findCheckpoint(LocalDate.parse("2026-11-23"))).contains(log.checkpoint());
        assertThat(log.findCheckpoint(LocalDate.parse("2026-11-22"))).isEmpty();
    }

    @Test
    void anEntryIsReadOnlyInItsOneSpelling() {
        LogEntry entry = TestLog.entries(7, 1).getFirst();
        assertThat(LogEntry.parse(entry.bytes())).isEqualTo(entry);
        String text = new String(entry.bytes(), UTF_8);
        for (String other : List.of(
                text.replace("\"v\":1", "\"v\":2"),
                text.replace(",", ", "),
                text.replace("{", "{\"x\":1,"),
                text.replace("\"type\":\"ingest\"", "\"type\":\"In gest\""),
                text.replace("\"t\":\"2026", "\"t\":\"26"),
                text.replace("\"actor\"", "\"aktor\""))) {
            assertThat(other).isNotEqualTo(text);
            assertProblem(Problem.BAD_INPUT, () -> LogEntry.parse(other.getBytes(UTF_8)));
        }
        LogEntry large = new LogEntry(
                "ingest", "s".repeat(900), entry.commitment(), Optional.of(entry.leafHash()), "a", entry.time());
        assertProblem(Problem.TOO_LARGE, large::bytes);
    }

    @Test
    void aCommitmentNeedsItsSalt() {
        Salt salt = Salt.fresh(new Random(1));
        Json payload = Json.object().with("name", "N.N.");
        assertThat(Salt.parse(salt.hex()).commitTo(payload)).isEqualTo(salt.commitTo(payload));
        assertThat(Salt.fresh(new Random(2)).commitTo(payload)).isNotEqualTo(salt.commitTo(payload));
        assertThat(salt.toString()).doesNotContain(salt.hex());
    }

    private static void assertProblem(Problem problem, ThrowingCallable call) {
        assertThatExceptionOfType(ConstanciaException.class)
                .isThrownBy(call)
                .satisfies(failure -> assertThat(failure.problem()).isEqualTo(problem));
    }

    static void copyTree(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    static void deleteTree(Path directory) throws IOException {
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
