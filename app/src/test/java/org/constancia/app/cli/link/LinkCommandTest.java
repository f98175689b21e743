package org.constancia.app.cli.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

/// The command on a list of 150 invented people, each named twice, the second time with a slip.
class LinkCommandTest {
    private static final String HEADER = "record_id,given1,surname1,surname2,birth_date,doc_number\n";
    private static final String[] SYLLABLES = {"BA", "CO", "DI", "FU", "GRE", "LA", "MI", "NO", "PE", "RU", "SO", "TI"};

    /// Two records alike in all but their documents, which no slip of the pen explains.
    private static final String TWINS =
            "twin1,TOMIN,BARUSO,PEDILA,1971-03-05,71234567\n" + "twin2,TOMIN,BARUSO,PEDILA,1971-03-05,80998123\n";

    @TempDir
    private Path folder = Path.of("");

    private StringWriter out = new StringWriter();

    @BeforeEach
    void forget() {
        out = new StringWriter();
    }

    private static String name(SplittableRandom random) {
        return random.ints(3, 0, SYLLABLES.length).mapToObj(i -> SYLLABLES[i]).collect(Collectors.joining());
    }

    private static List<String> people() {
        SplittableRandom random = new SplittableRandom(7);
        List<String> rows = new ArrayList<>();
        for (int person = 0; person < 150; person++) {
            String given = name(random);
            String surname = name(random);
            String rest = "%s,19%02d-%02d-%02d"
                    .formatted(name(random), 40 + random.nextInt(50), 1 + random.nextInt(12), 1 + random.nextInt(28));
            int number = 50_000_000 + random.nextInt(40_000_000);
            rows.add("a%d,%s,%s,%s,%d".formatted(person, given, surname, rest, number));
            rows.add("b%d,%s,%s,%s,%s"
                    .formatted(person, given.substring(1), surname, rest, person % 3 == 0 ? "" : number));
        }
        return rows;
    }

    private Path list(String name, List<String> rows, String more) throws IOException {
        return Files.writeString(folder.resolve(name), HEADER + String.join("\n", rows) + "\n" + more);
    }

    private int run(Object... arguments) {
        return new CommandLine(new LinkCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(new StringWriter()))
                .setExecutionExceptionHandler((failure, _, _) -> {
                    out.append(failure.getMessage());
                    return 65;
                })
                .execute(Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
    }

    private Map<String, String> clusters(String result) throws IOException {
        return Files.readAllLines(folder.resolve(result).resolve("clusters.csv")).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .collect(Collectors.toMap(cells -> cells[0], cells -> cells[1]));
    }

    @Test
    void clustersComeInTheOrderOfTheInput() throws IOException {
        List<String> rows = people();
        assertThat(run(list("list.csv", rows, ""), "--out", folder.resolve("out")))
                .isZero();
        assertThat(Files.readAllLines(folder.resolve("out/clusters.csv")).stream()
                        .skip(1)
                        .map(line -> line.split(",", -1)[0]))
                .containsExactlyElementsOf(
                        rows.stream().map(row -> row.split(",", -1)[0]).toList());
        Map<String, String> clusters = clusters("out");
        for (int person = 0; person < 150; person++) {
            assertThat(clusters).containsEntry("a" + person, "a" + person).containsEntry("b" + person, "a" + person);
        }
    }

    @Test
    void aPlanIsShownAndNothingWritten() throws IOException {
        assertThat(run(list("list.csv", people(), ""), "--plan", "--json")).isZero();
        Map<?, ?> plan = JsonMapper.shared().readValue(out.toString(), Map.class);
        assertThat(plan.get("candidate_pairs")).isEqualTo(300 * 299 / 2);
        assertThat((double) plan.get("estimated_recall")).isEqualTo(1);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("list.csv"));
        }
    }

    @Test
    void aStoredModelScoresAsTheRunThatMadeIt() throws IOException {
        Path list = list("list.csv", people(), "");
        assertThat(run(list, "--out", folder.resolve("first"))).isZero();
        assertThat(run(list, "--out", folder.resolve("second"), "--model", folder.resolve("first/model.json")))
                .isZero();
        for (String file : List.of("clusters.csv", "pairs.csv")) {
            assertThat(folder.resolve("second").resolve(file))
                    .hasSameTextualContentAs(folder.resolve("first").resolve(file));
        }
        assertThat(run(list, "--out", folder.resolve("third"), "--model", list)).isEqualTo(65);
        assertThat(out.toString()).contains("not JSON");
    }

    @Test
    void clustersOfAnEarlierRunKeepTheirNames() throws IOException {
        List<String> rows = people();
        Path earlier = Files.writeString(
                folder.resolve("clusters.csv"),
                "record_id,cluster_id,confidence\na0,old-zero,1\na1,old-one,1\nb1,old-one,1\n");
        assertThat(run(list("list.csv", rows, ""), "--out", folder.resolve("out"), "--previous", earlier))
                .isZero();
        assertThat(clusters("out"))
                .containsEntry("a0", "old-zero")
                .containsEntry("b0", "old-zero")
                .containsEntry("a1", "old-one")
                .containsEntry("b1", "old-one")
                .containsEntry("b2", "a2");
        Map<?, ?> changes =
                JsonMapper.shared().readValue(Files.readString(folder.resolve("out/changes.json")), Map.class);
        assertThat(changes.get("kept")).isEqualTo(1);
        assertThat(changes.get("absorbed")).isEqualTo(List.of("old-zero"));
        assertThat(changes.get("created")).isEqualTo(148);
    }

    @Test
    void documentsThatContradictEachOtherExcludeIfAskedTo() throws IOException {
        Path list = list("list.csv", people(), TWINS);
        assertThat(run(list, "--out", folder.resolve("without"))).isZero();
        assertThat(run(list, "--out", folder.resolve("with"), "--documents-exclude"))
                .isZero();
        assertThat(clusters("without")).containsEntry("twin2", "twin1");
        assertThat(clusters("with")).containsEntry("twin2", "twin2");
    }

    @Test
    void aRoleGivenToTwoColumnsIsRefused() throws IOException {
        Path roles =
                Files.writeString(folder.resolve("link.yaml"), "columns:\n  surname1: surname\n  surname2: surname\n");
        assertThat(run(list("list.csv", people(), ""), "--out", folder.resolve("out"), "--config", roles))
                .isEqualTo(65);
        assertThat(out.toString()).contains("Two columns would be one");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void withoutAFileTheUseIsShown() {
        assertThat(run("--out", folder)).isEqualTo(2);
    }

    /// A person's records are a and b with one number.
    private static String person(String id) {
        return id.substring(1);
    }

    @Test
    void aResultIsMeasuredAgainstATruthColumn() throws IOException {
        Path list = list("list.csv", people(), "");
        assertThat(run(list, "--out", folder.resolve("out"))).isZero();
        Map<?, ?> measures = measured(list, "[ab](\\d+)");
        assertThat(measures.get("records")).isEqualTo(300);
        assertThat(measures.get("true_pairs")).isEqualTo(150);
        assertThat((double) measures.get("cluster_f1")).isEqualTo(1);
        assertThat((double) measures.get("expected_over_true")).isBetween(0.97, 1.03);
    }

    @Test
    void recordsTheTruthSaysNothingOfAreLeftOut() throws IOException {
        Path list = list("list.csv", people(), "");
        assertThat(run(list, "--out", folder.resolve("out"))).isZero();
        Map<?, ?> measures = measured(list, "[ab]((?!149)\\d+|)");
        assertThat(measures.get("records")).isEqualTo(298);
        assertThat(measures.get("true_pairs")).isEqualTo(149);
        assertThat((double) measures.get("pair_f1_best")).isEqualTo(1);
    }

    private Map<?, ?> measured(Path list, String person) {
        forget();
        Path result = folder.resolve("out");
        assertThat(run(
                        "evaluate",
                        list,
                        "--result",
                        result,
                        "--truth",
                        "record_id",
                        "--truth-pattern",
                        person,
                        "--json"))
                .isZero();
        return JsonMapper.shared().readValue(out.toString(), Map.class);
    }

    @Test
    void onlyReviewedPairsThatWereDrawnAtRandomStandForOthers() throws IOException {
        Path list = list("list.csv", people(), "");
        Path result = folder.resolve("out");
        assertThat(run(list, "--out", result, "--review", 80)).isZero();
        List<String> labels = new ArrayList<>(List.of("id_l,id_r,verdict"));
        Files.readAllLines(result.resolve("review.csv")).stream().skip(1).forEach(line -> {
            String[] cells = line.split(",", -1);
            boolean same = person(cells[0]).equals(person(cells[1]));
            labels.add(cells[1] + "," + cells[0] + "," + (same ? "same" : "different"));
        });
        Path reviewed = Files.write(folder.resolve("reviewed.csv"), labels);
        int drawn = Files.readAllLines(result.resolve("review-sample.csv")).size() - 1;
        assertThat(drawn).isBetween(10, 30);
        assertThat(reviewed(result, reviewed)).isEqualTo(drawn);
        Path others =
                Files.write(folder.resolve("others.csv"), List.of("id_l,id_r,verdict", "a1,b1,same", "a2,b2,same"));
        assertThat(reviewed(result, others)).isEqualTo(2);
        Files.delete(result.resolve("review-sample.csv"));
        assertThat(reviewed(result, reviewed)).isEqualTo(labels.size() - 1);
    }

    private Object reviewed(Path result, Path labels) {
        forget();
        assertThat(run("evaluate", "--result", result, "--truth-sample", labels, "--json"))
                .isZero();
        Map<?, ?> measures = JsonMapper.shared().readValue(out.toString(), Map.class);
        assertThat((double) measures.get("precision_high")).isGreaterThanOrEqualTo(0.98);
        return measures.get("reviewed");
    }
}
