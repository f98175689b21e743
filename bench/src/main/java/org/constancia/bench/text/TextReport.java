package org.constancia.bench.text;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// `bench text DATA [--scale] [--hostile]`: the development report of reading, in one run.
///
/// DATA is a folder that holds `article-extraction-dev` (with `ground-truth.json` and `html/`, a part of Scrapinghub's
/// article-extraction benchmark) and, for extraction, `muc4-dev` (`train.json`, `dev.json`). Printed are the main text
/// with the gain of each rule and the time of a page, near-duplicates, incidents, tokens a second and heap. `--scale`
/// adds the time for 100,000 texts, `--hostile` how the time grows on pages built to be expensive.
public final class TextReport {
    private TextReport() {}

    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (arguments.length == 0) {
            out.println("bench text DATA [--scale] [--hostile]");
            System.exit(64);
        }
        List<String> options = List.of(arguments);
        Path data = Path.of(arguments[0]);
        ArticleSet set = ArticleSet.read(data.resolve("article-extraction-dev"));
        new ArticleReport(set, out).print();
        DuplicateReport duplicates = new DuplicateReport(set, out);
        duplicates.print();
        if (options.contains("--scale")) duplicates.printScale();
        Path training = data.resolve("muc4-dev").resolve("train.json");
        Path reports = training.resolveSibling("dev.json");
        if (Files.exists(reports)) {
            IncidentReport.main(new String[] {training.toString(), reports.toString()});
            ExtractionReport.main(new String[] {reports.toString()});
        }
        if (options.contains("--hostile")) GrowthReport.main(new String[0]);
    }
}
