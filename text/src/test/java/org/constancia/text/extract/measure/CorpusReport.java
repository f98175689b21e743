package org.constancia.text.extract.measure;

import java.io.PrintStream;
import org.constancia.text.extract.RuleExtractor;

/// Prints the measurements on the invented articles: `CorpusReport [-v]` for the development half with every miss,
/// `CorpusReport held-out` for the totals of the half nobody looks into.
public final class CorpusReport {
    private CorpusReport() {}

    public static void main(String[] arguments) {
        PrintStream out = System.out;
        boolean heldOut = arguments.length > 0 && arguments[0].equals("held-out");
        boolean verbose = arguments.length > 0 && arguments[0].equals("-v");
        Measurement measurement = new Measurement(verbose ? out::println : _ -> {});
        RuleExtractor extractor = RuleExtractor.bundled();
        for (GoldArticle article : GoldArticle.list(heldOut)) measurement.add(article, extractor);
        measurement.tallies().forEach((what, tally) -> out.printf("%-14s %s%n", what, tally));
        if (!heldOut) out.print(measurement.gains());
    }
}
