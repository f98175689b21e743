package org.constancia.app.cli.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EstimateCommandTest {
    /// Hepatitis A in Taiwan, 1995 (Chao et al., Statistics in Medicine 20, 2001).
    private static final String HEPATITIS = """
            serum,records,questionnaire,count
            1,1,1,28
            1,1,0,21
            1,0,1,17
            1,0,0,69
            0,1,1,18
            0,1,0,55
            0,0,1,63
            """;

    private static final String SEPARATE = "A,B,C,count\n1,0,0,38\n0,1,0,32\n0,0,1,21\n1,1,0,7\n";

    private static final String TOO_FEW = "year,A,B,C,count\n2000,1,1,0,3\n2001,1,0,1,4\n";

    @TempDir
    private Path folder = Path.of("");

    private StringWriter out = new StringWriter();

    @BeforeEach
    void forget() {
        out = new StringWriter();
    }

    private int run(String table, String... options) throws IOException {
        Path file = Files.writeString(folder.resolve("table.csv"), table);
        String[] arguments = new String[options.length + 1];
        arguments[0] = file.toString();
        System.arraycopy(options, 0, arguments, 1, options.length);
        return new CommandLine(new EstimateCommand())
                .setOut(new PrintWriter(out))
                .setExecutionExceptionHandler((failure, _, _) -> {
                    out.append(failure.getMessage());
                    return 65;
                })
                .execute(arguments);
    }

    private JsonNode document() {
        return JsonMapper.builder().build().readTree(out.toString());
    }

    @Test
    void theJsonSaysVerdictReasonsAndFigures() throws IOException {
        assertThat(run(HEPATITIS, "--json", "--method", "loglinear,chao")).isZero();
        JsonNode document = document();
        assertThat(document.path("table").path("n").asInt()).isEqualTo(271);
        assertThat(document.path("table").path("sha256").asString()).hasSize(64);
        assertThat(document.path("verdict").asString()).startsWith("estimable");
        assertThat(document.path("methods").size()).isEqualTo(2);
        assertThat(document.path("methods").path(0).path("N").path("median").asDouble())
                .isGreaterThan(271);
    }

    @Test
    void withoutIdentificationThereIsNoFigureAnywhere() throws IOException {
        assertThat(run(SEPARATE, "--json", "--method", "graphs,loglinear,chao")).isZero();
        JsonNode document = document();
        assertThat(document.path("verdict").asString()).isEqualTo("not_identified");
        for (JsonNode method : document.path("methods")) {
            assertThat(method.path("N").isNull()).isTrue();
        }
        assertThat(document.path("spread").size()).isZero();
        assertThat(document.path("lower_bound").asDouble()).isGreaterThanOrEqualTo(98);
        assertThat(document.path("reasons").path(0).path("es").asString()).contains("listas");
    }

    @Test
    void figuresForStudyAreMarked() throws IOException {
        run(SEPARATE, "--json", "--method", "graphs", "--allow-unidentified");
        assertThat(document()
                        .path("methods")
                        .path(0)
                        .path("shown_although_not_identified")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void theSameSeedGivesTheSameFiguresOnOneThreadAndOnTwo() throws IOException {
        run(HEPATITIS, "--json", "--method", "lcmcr", "--ess", "400", "--sweeps", "3000", "--threads", "1");
        JsonNode one = document().path("methods").path(0).path("N");
        forget();
        run(HEPATITIS, "--json", "--method", "lcmcr", "--ess", "400", "--sweeps", "3000", "--threads", "2");
        assertThat(document().path("methods").path(0).path("N")).isEqualTo(one);
    }

    @Test
    void theTextIsInSpanishToo() throws IOException {
        run(HEPATITIS, "--method", "loglinear", "--lang", "es");
        assertThat(out.toString()).startsWith("Veredicto:").contains("intervalo 95 %");
    }

    @Test
    void aFractionalCountIsRefusedWithItsRow() throws IOException {
        assertThat(run("A,B,C,count\n1,0,0,2.5\n")).isEqualTo(65);
        assertThat(out.toString()).contains("not a whole number").contains("row: 2");
    }

    @Test
    void anInterruptedRunGoesOnFromItsJournal() throws IOException {
        StringBuilder strata =
                new StringBuilder("year," + HEPATITIS.lines().findFirst().orElseThrow() + "\n");
        for (String year : new String[] {"1998", "1999"}) {
            HEPATITIS
                    .lines()
                    .skip(1)
                    .forEach(row -> strata.append(year).append(',').append(row).append('\n'));
        }
        Path journal = folder.resolve("run.jsonl");
        String[] options = {
            "--json", "--method", "graphs,loglinear", "--stratum", "year", "--journal", journal.toString()
        };
        run(strata.toString(), options);
        JsonNode whole = document();
        assertThat(Files.readAllLines(journal)).hasSize(3);
        // As if the power had failed while the last line was written, twice.
        for (int interruption = 0; interruption < 2; interruption++) {
            String written = Files.readString(journal);
            Files.writeString(journal, written.substring(0, written.length() - 40));
            forget();
            run(strata.toString(), options);
            assertThat(document().path("total")).isEqualTo(whole.path("total"));
            assertThat(Files.readAllLines(journal)).hasSize(3);
        }
        assertThat(whole.path("total").path("n").asInt()).isEqualTo(542);
    }

    @Test
    void strataWithAndWithoutAnEstimateStandInOneReport() throws IOException {
        StringBuilder strata = new StringBuilder("year,serum,records,questionnaire,count\n");
        HEPATITIS
                .lines()
                .skip(1)
                .forEach(row -> strata.append("1998,").append(row).append('\n'));
        SEPARATE.lines()
                .skip(1)
                .forEach(row -> strata.append("1999,").append(row).append('\n'));
        strata.append("2000,1,1,0,3\n");
        Path report = folder.resolve("report.html");
        String[] options = {
            "--method", "loglinear,chao", "--stratum", "year", "--lang", "es", "--report", report.toString()
        };
        assertThat(run(strata.toString(), options)).isZero();
        assertThat(Files.readString(report))
                .contains("<svg", ">1998<", ">1999<", "no identificado", "&lt; 5")
                .doesNotContain("{{", "<script");
    }

    @Test
    void aTotalOfStrataWithoutEstimateIsNoInterval() throws IOException {
        assertThat(run(TOO_FEW, "--method", "loglinear,chao", "--stratum", "year"))
                .isZero();
        assertThat(out.toString()).contains("On at least one list: 7").doesNotContain("7 to 7");
    }

    @Test
    void theJsonOfStrataWithoutEstimateHasNoTotalButThePersonsSeen() throws IOException {
        assertThat(run(TOO_FEW, "--json", "--method", "loglinear,chao", "--stratum", "year"))
                .isZero();
        assertThat(document().path("total").path("n").asInt()).isEqualTo(7);
        assertThat(document().path("total").has("median")).isFalse();
    }

    /// What could silently change an answer is refused; what has a defined meaning is estimated or told.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'A,B,C,count\n1,0,0,-3'| 65 | is negative",
                "'A,B,C,count\n1,0,0,2.5'| 65 | not a whole number",
                "'A,B,C,count\n1,2,0,5'| 65 | other than 0 and 1",
                "'A,B,C,count\n0,0,0,9\n1,0,0,5\n0,1,0,4\n1,1,1,2'| 0 | all_zero_row_left_out",
                "'A,B,C,count\n1,0,0,5\n1,0,0,4\n0,1,0,4\n1,1,1,2'| 0 | patterns_added_up",
                "'A,B,C,count\n1,0,0,5\n0,1,0,4\n1,1,0,2'| 0 | lists_without_captures",
                "'A,count\n1,5'| 0 | too_few_lists",
                "'A,B,count\n1,0,5\n0,1,4\n1,1,2'| 0 | too_few_lists",
                "'A,B,C,count\n1,0,0,5\n0,1,0,4\n0,0,1,6'| 0 | lists_not_connected",
                "'A,B,C\n1,0,1\n1,,1\n0,1,1\n1,1,0'| 0 | rows_left_out",
            })
    void everyKindOfBadInputHasADefinedAnswer(String table, int code, String told) throws IOException {
        assertThat(run(table, "--json", "--method", "loglinear,chao")).isEqualTo(code);
        assertThat(out.toString()).contains(told);
    }

    @Test
    void countsOfABillionAreEstimated() throws IOException {
        String billion = HEPATITIS.replaceAll(",([0-9]+)\n", ",$1" + "0".repeat(7) + "\n");
        assertThat(run(billion, "--json", "--method", "graphs,loglinear,chao")).isZero();
        assertThat(document().path("table").path("n").asLong()).isEqualTo(2_710_000_000L);
    }
}
