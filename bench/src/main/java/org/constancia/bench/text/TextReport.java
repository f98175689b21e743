package org.constancia.bench.text;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// `bench text ARTICLES [--scale]`: the development report of reading.
///
/// ARTICLES is a folder with `ground-truth.json` and `html/`, such as a part of Scrapinghub's article-extraction
/// benchmark. With `--scale` also the time for 100,000 texts.
public final class TextReport {
    private TextReport() {}

    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (arguments.length == 0) {
            out.println("bench text ARTICLES [--scale]");
            System.exit(64);
        }
        ArticleSet set = ArticleSet.read(Path.of(arguments[0]));
        new ArticleReport(set, out).print();
        DuplicateReport duplicates = new DuplicateReport(set, out);
        duplicates.print();
        if (List.of(arguments).contains("--scale")) duplicates.printScale();
    }
}
