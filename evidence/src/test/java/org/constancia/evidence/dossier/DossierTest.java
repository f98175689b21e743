package org.constancia.evidence.dossier;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.constancia.evidence.GoOracle;
import org.constancia.evidence.custody.CustodyField;
import org.constancia.evidence.custody.CustodyRecord;
import org.constancia.evidence.json.Json;
import org.constancia.evidence.verifier.VerifierProgram;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Torture test T30: dossiers verify with coreutils, OpenSSL and Go alone, and with our verifier; no edited
/// byte passes.
class DossierTest {
    @TempDir
    Path home;

    @Test
    void fiveDossiersVerifyWithoutUsAndFiftyEditsAreRefused() throws Exception {
        verify(5, 50);
    }

    @Test
    @Tag("slow")
    void aHundredDossiersVerifyWithoutUsAndAThousandEditsAreRefused() throws Exception {
        verify(100, 1000);
    }

    private void verify(int dossiers, int edits) throws Exception {
        GoOracle go = GoOracle.build(Files.createDirectory(home.resolve("go")));
        Random random = new Random(30);
        for (int seed = 0; seed < dossiers; seed++) {
            Path place = Files.createDirectory(home.resolve("d" + seed));
            TestDossier dossier = new TestDossier(place, seed);
            assertThat(ours(dossier.zip, dossier)).startsWith("0 ");
            Path bag = unpack(dossier.zip, place.resolve("unpacked")).resolve("dossier-" + seed);
            assertThat(ours(bag, dossier)).startsWith("0 ");
            verifyWithoutUs(bag, dossier, go);
            List<Path> files;
            try (Stream<Path> all = Files.walk(bag)) {
                files = all.filter(Files::isRegularFile).sorted().toList();
            }
            for (int edit = 0; edit < edits / dossiers; edit++) {
                Path file = files.get(random.nextInt(files.size()));
                byte[] good = Files.readAllBytes(file);
                byte[] bad = good.clone();
                int at = random.nextInt(bad.length);
                bad[at] ^= (byte) (1 + random.nextInt(255));
                Files.write(file, bad);
                String where = bag.relativize(file).toString();
                assertThat(ours(bag, dossier))
                        .as("seed %d %s byte %d", seed, where, at)
                        .startsWith("1 ")
                        .containsPattern("INVALID [^:]+: .+");
                assertThat(go.run("dossier", dossier.classicPolicy.toString(), bag.toString()))
                        .as("Go, seed %d %s byte %d", seed, where, at)
                        .isEqualTo(isBeyondGo(where) ? 0 : 1);
                Files.write(file, good);
            }
        }
    }

    private static void verifyWithoutUs(Path bag, TestDossier dossier, GoOracle go) throws Exception {
        assertThat(run(bag, "sha512sum", "--quiet", "-c", "manifest-sha512.txt"))
                .isZero();
        assertThat(run(bag, "sha512sum", "--quiet", "-c", "tagmanifest-sha512.txt"))
                .isZero();
        assertThat(run(
                        bag,
                        "openssl",
                        "ts",
                        "-verify",
                        "-in",
                        stamp(bag).toString(),
                        "-data",
                        stamp(bag).resolveSibling("checkpoint.txt").toString(),
                        "-CAfile",
                        dossier.roots.toString()))
                .isZero();
        assertThat(go.run("dossier", dossier.classicPolicy.toString(), bag.toString(), dossier.older.toString()))
                .isZero();
    }

    private static Path stamp(Path bag) throws IOException {
        try (Stream<Path> files = Files.walk(bag.resolve("timestamps"))) {
            return files.filter(file -> file.toString().endsWith(".tsr"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /// The program of the dossier reads the manifests of SHA-512 only, as the page tells it to.
    private static boolean isBeyondGo(String place) {
        return place.equals("tagmanifest-sha256.txt");
    }

    /// The commands of VERIFY.md, as they stand there.
    @Test
    void theCommandsOfThePageWork() throws Exception {
        GoOracle.build(Files.createDirectory(home.resolve("go")));
        TestDossier dossier = new TestDossier(home, 7);
        Path bag = unpack(dossier.zip, home.resolve("unpacked")).resolve("dossier-7");
        Files.copy(dossier.classicPolicy, home.resolve("unpacked/policy"));
        Files.copy(dossier.older, home.resolve("unpacked/older-checkpoint"));
        Files.copy(dossier.roots, home.resolve("unpacked/roots.pem"));
        String script = Files.readString(bag.resolve("VERIFY.md"))
                .lines()
                .filter(line -> line.startsWith("    "))
                .filter(line -> !line.contains("java -jar"))
                .map(String::strip)
                .collect(Collectors.joining("\n", "set -e\n", "\n"));
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", script).directory(bag.toFile());
        shell.environment().put("GOCACHE", System.getProperty("java.io.tmpdir") + "/constancia-go-cache");
        Process process = shell.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output).contains("VALID dossier", "Verification: OK", "OK files");
    }

    @Test
    void originalsComeOutByteIdentical() throws Exception {
        TestDossier dossier = new TestDossier(home, 8);
        try (Bag bag = Bag.open(dossier.zip)) {
            List<String> files = bag.list("data/originals");
            assertThat(files).hasSize(3).allMatch(name -> name.endsWith(".pdf"));
            for (int i = 0; i < 3; i++) {
                assertThat(Files.readAllBytes(bag.resolve(files.get(i)))).isEqualTo(dossier.originals.get(i));
            }
            assertThat(bag.check()).isEmpty();
        }
    }

    @Test
    void undisclosedEntriesKeepTheirSalt() throws Exception {
        TestDossier dossier = new TestDossier(home, 9);
        try (Bag bag = Bag.open(dossier.zip)) {
            assertThat(bag.list("proofs").stream().filter(name -> name.endsWith(".entry.json")))
                    .hasSizeGreaterThan(12);
            assertThat(bag.list("proofs").stream().filter(name -> name.endsWith(".opening.json")))
                    .hasSizeGreaterThan(11);
            for (String file : bag.list("")) {
                String text = new String(Files.readAllBytes(bag.resolve(file)), ISO_8859_1);
                assertThat(text).as(file).doesNotContain(TestDossier.SECRET, dossier.closed.hex());
            }
        }
    }

    /// Whoever has the dossier can put the bag together anew, with manifests that fit; not with proofs that fit.
    @Test
    void aBagPutTogetherAnewIsRefused() throws Exception {
        TestDossier dossier = new TestDossier(home, 12);
        GoOracle go = GoOracle.build(Files.createDirectory(home.resolve("go")));
        Path bag = unpack(dossier.zip, home.resolve("unpacked")).resolve("dossier-12");
        Path pdf = bag.resolve("data/custody.csv");
        Files.writeString(pdf, Files.readString(pdf).replace("not recorded before 2026", "a quiet room"));
        renewManifests(bag);
        assertThat(ours(bag, dossier)).startsWith("1 ").contains("manifest-sha512.txt: no log entry commits");
        assertThat(go.run("dossier", dossier.classicPolicy.toString(), bag.toString()))
                .isEqualTo(1);
    }

    /// The keepers of the log can export what they like; where it is not what they logged, it is refused.
    @Test
    void recordsThatDifferFromTheLogAreRefused() throws Exception {
        GoOracle go = GoOracle.build(Files.createDirectory(home.resolve("go")));
        Map<String, TestDossier.Lie> lies = Map.of(
                "value", records -> replaced(records, "statements", "value", Json.text("3")),
                "status", records -> replaced(records, "statements", "status", Json.text("rejected")),
                "change", records -> replaced(records, "statements", "change", Json.text("change:none")),
                "text", records -> replaced(records, "passages", "text", Json.text("Nadie murió")),
                "start", records -> replaced(records, "passages", "start", Json.whole(0)),
                "sha256", records -> replaced(records, "sources", "sha256", Json.text("00")),
                "layer", records -> replaced(records, "texts", "layer", Json.whole(2)));
        for (Map.Entry<String, TestDossier.Lie> lie : lies.entrySet()) {
            Path place = Files.createDirectory(home.resolve(lie.getKey()));
            TestDossier dossier = new TestDossier(place, 13, lie.getValue());
            assertThat(ours(dossier.zip, dossier))
                    .as(lie.getKey())
                    .startsWith("1 ")
                    .contains("data/records.json");
            Path bag = unpack(dossier.zip, place.resolve("unpacked")).resolve("dossier-13");
            assertThat(go.run("dossier", dossier.classicPolicy.toString(), bag.toString()))
                    .as(lie.getKey())
                    .isEqualTo(1);
        }
    }

    private static Json.Object replaced(Json.Object records, String list, String member, Json value) {
        List<Json> items = new ArrayList<>(((Json.Array) records.find(list).orElseThrow()).items());
        items.set(1, ((Json.Object) items.get(1)).with(member, value));
        return records.with(list, new Json.Array(items));
    }

    private static void renewManifests(Path bag) throws Exception {
        String renew = """
                for s in 256 512; do
                    find data -type f | LC_ALL=C sort | xargs sha${s}sum > manifest-sha$s.txt
                done
                for s in 256 512; do
                    find . -type f ! -path './data/*' ! -name 'tagmanifest-*' -printf '%P\\n' | LC_ALL=C sort \\
                        | xargs sha${s}sum > tagmanifest-sha$s.txt
                done
                """;
        assertThat(run(bag, "sh", "-c", renew)).isZero();
    }

    @Test
    void aSingleProofIsCheckedWithItsEntryBesideIt() throws Exception {
        TestDossier dossier = new TestDossier(home, 14);
        Path bag = unpack(dossier.zip, home.resolve("unpacked")).resolve("dossier-14");
        Path proof;
        try (Stream<Path> files = Files.list(bag.resolve("proofs"))) {
            proof = files.filter(file -> file.toString().endsWith(".tlog-proof"))
                    .findFirst()
                    .orElseThrow();
        }
        assertThat(program(proof.toString(), "--policy", dossier.policy.toString()))
                .startsWith("0 ");
        assertThat(program(
                        proof.toString(),
                        "--policy",
                        dossier.policy.toString(),
                        "--entry",
                        dossier.roots.toString(),
                        "--json"))
                .startsWith("1 {")
                .contains("\"verdict\":\"invalid\"");
        assertThat(program(proof.toString())).startsWith("2 ");
    }

    @Test
    void withoutThePolicyOrTheRightOneNobodyIsTold() throws Exception {
        TestDossier dossier = new TestDossier(home, 10);
        assertThat(program(dossier.zip.toString())).startsWith("2 ").contains("CANNOT TELL policy");
        Files.createDirectory(home.resolve("x"));
        TestDossier other = new TestDossier(home.resolve("x"), 11);
        assertThat(program(dossier.zip.toString(), "--policy", other.policy.toString()))
                .startsWith("1 ")
                .contains("proofs/checkpoint");
        assertThat(program(
                        dossier.zip.toString(),
                        "--policy",
                        dossier.policy.toString(),
                        "--tsa-roots",
                        other.roots.toString()))
                .startsWith("1 ")
                .containsPattern("timestamps/\\d+/self-asserted.tsr");
        assertThat(program("/nonexistent", "--policy", dossier.policy.toString()))
                .startsWith("2 ");
        assertThat(program()).startsWith("2 ").contains("java -jar constancia-verify.jar");
        assertThat(program("a", "b")).startsWith("2 ");
        assertThat(program("--policy")).startsWith("2 ");
        assertThat(program(dossier.policy.toString(), "--policy", dossier.policy.toString()))
                .startsWith("2 ");
    }

    @Test
    void custodyNamesAllFourteenFieldsAndScoresThem() {
        CustodyRecord custody = TestDossier.custody();
        assertThat(custody.completeness()).isEqualTo(13);
        assertThat(CustodyField.values()).hasSize(14);
        assertThat(CustodyRecord.csv(List.of(custody)))
                .contains("\"item-1\",\"13/14\",\"machine\",\"unknown\",\"not recorded before 2026\"\r\n");
        assertThat(custody.json().findWhole("completeness")).contains(13L);
        assertThatIllegalArgumentException().isThrownBy(() -> new CustodyRecord("x", Map.of()));
    }

    @Test
    void pathsInABagAreHarmless() {
        assertThat(BagPath.resembling("../../etc/Passwd ñ.TXT")).isEqualTo("etc_passwd_n.txt");
        assertThat(BagPath.resembling("…")).isEqualTo("file");
        for (String bad : List.of("", "/a", "a/../b", "a//b", ".hidden", "a b", "a\nb", "a/")) {
            assertThatIllegalArgumentException().isThrownBy(() -> new BagPath(bad));
        }
    }

    private static String ours(Path path, TestDossier dossier) {
        return program(
                path.toString(),
                "--policy",
                dossier.policy.toString(),
                "--older-checkpoint",
                dossier.older.toString(),
                "--tsa-roots",
                dossier.roots.toString());
    }

    private static String program(String... arguments) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int code = VerifierProgram.run(List.of(arguments), new PrintStream(bytes, true, UTF_8));
        return code + " " + bytes.toString(UTF_8);
    }

    private static int run(Path directory, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        process.getInputStream().readAllBytes();
        return process.waitFor();
    }

    private static Path unpack(Path zip, Path target) throws IOException {
        try (InputStream stream = Files.newInputStream(zip);
                ZipInputStream entries = new ZipInputStream(stream)) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                Path file = target.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.copy(entries, file);
            }
        }
        return target;
    }
}
