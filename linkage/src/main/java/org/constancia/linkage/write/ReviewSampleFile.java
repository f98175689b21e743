package org.constancia.linkage.write;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import org.constancia.linkage.LinkageResult;
import org.constancia.linkage.review.Selection;

/// `review-sample.csv`: which of the pairs to be reviewed were drawn at random, from which band of
/// probability, and how many pairs each stands for. It is not for reviewers, who are to know nothing of it:
/// the evaluation reads it, since only pairs drawn at random can stand for others.
public final class ReviewSampleFile {
    private final LinkageResult result;
    private final List<Selection.Drawn> drawn;

    public ReviewSampleFile(LinkageResult result, List<Selection.Drawn> drawn) {
        this.result = result;
        this.drawn = List.copyOf(drawn);
    }

    public void writeTo(OutputStream stream) throws IOException {
        try (CsvLines lines = new CsvLines(stream)) {
            lines.cell("id_l").cell("id_r").cell("band").cell("stands_for").end();
            for (Selection.Drawn pair : drawn) {
                lines.cell(result.people().id(result.pairs().left(pair.pair())))
                        .cell(result.people().id(result.pairs().right(pair.pair())))
                        .cell(Integer.toString(pair.band()))
                        .cell(String.format(Locale.ROOT, "%.4f", pair.standsFor()))
                        .end();
            }
        }
    }
}
