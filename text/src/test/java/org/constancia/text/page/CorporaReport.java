package org.constancia.text.page;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.constancia.text.clean.CorpusScore;
import org.constancia.text.extract.measure.Tally;

/// Prints what reading reaches on all invented corpora, each with its two halves, and what each rule of
/// extraction gains
/// on the half that may be looked into. Of the other half nothing but totals is ever printed.
public final class CorporaReport {
    private static final List<String> PARTS = List.of("dev", "dev-second", "dev-third", "heldout");

    private CorporaReport() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.println("boilerplate inside the body, share of blocks found, share of the body lost");
        for (String part : PARTS) {
            CorpusScore score = CorpusScore.ofPart(part);
            out.printf("  %-24s %.3f  %.4f%n", part, score.blockRecall(), score.bodyLost());
        }
        Tally segments = MultilingualPage.score(MultilingualPage.list(), _ -> {});
        out.printf("segments of pages in sixteen languages  %s%n", segments);
        PageScore development = PageScore.of(GoldPage.list(false), _ -> {});
        PageScore heldOut = PageScore.of(GoldPage.list(true), _ -> {});
        out.println("sixty invented pages, F1, half looked into, half only scored");
        development
                .tallies()
                .forEach((what, tally) -> out.printf("  %-24s %.3f  %.3f%n", what, tally.f1(), heldOut.f1(what)));
        out.println("rules of extraction, half looked into: right of proposed, points of F1 gained");
        out.print(development.gains());
    }
}
