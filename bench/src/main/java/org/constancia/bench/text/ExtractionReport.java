package org.constancia.bench.text;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.constancia.text.clean.Block;
import org.constancia.text.document.TextLayer;
import org.constancia.text.extract.Extraction;
import org.constancia.text.extract.Extractor;
import org.constancia.text.extract.RuleExtractor;

/// Prints the speed, the heap and the MUC-4 template scores of the rule extractor on a file of reports.
///
/// `ExtractionReport REPORTS.json`: one JSON object a line with `docid`, `doctext`, `templates`.
public final class ExtractionReport {
    private ExtractionReport() {}

    public static void main(String[] arguments) throws IOException {
        PrintStream out = System.out;
        List<MucDocument> documents = MucDocument.read(Path.of(arguments[0]));
        Extractor extractor = RuleExtractor.bundled();
        IncidentTemplates templates = new IncidentTemplates();
        MucScorer scorer = new MucScorer();
        for (MucDocument document : documents) {
            Extraction extraction = extractor.extract(layerOf(document.text()), null);
            scorer.add(templates.of(document.text(), extraction), document.templates());
        }
        scorer.totals().forEach((role, counts) -> out.printf("%-10s %s%n", role, counts));
        out.printf(
                "%-10s %s%n%-10s %s%n%-10s %s%n",
                "all roles", scorer.micro(false), "strings", scorer.micro(true), "relevance", scorer.relevance());
        speed(documents, extractor, out);
    }

    private static void speed(List<MucDocument> documents, Extractor extractor, PrintStream out) {
        long tokens = 0;
        long before = System.nanoTime();
        for (MucDocument document : documents) {
            extractor.extract(layerOf(document.text()), null);
            tokens += document.text().split("\\s+").length;
        }
        double seconds = (System.nanoTime() - before) / 1e9;
        System.gc();
        long heap = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        out.printf(
                "%,d tokens in %.2f s, one thread: %,.0f tokens/s; heap after collection %,d MB%n",
                tokens, seconds, tokens / seconds, heap >> 20);
    }

    private static TextLayer layerOf(String text) {
        List<Block> blocks = new ArrayList<>();
        int start = 0;
        for (String line : text.split("\n", -1)) {
            if (!line.isBlank()) blocks.add(Block.body(start, start + line.length()));
            start += line.length() + 1;
        }
        return new TextLayer(text, "en", null, null, null, blocks, List.of());
    }
}
