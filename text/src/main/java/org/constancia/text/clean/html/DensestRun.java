package org.constancia.text.clean.html;

import java.util.BitSet;
import java.util.Optional;
import org.constancia.text.clean.html.PageText.Segment;

/// Proposes the stretch of the page with the most running text and the least else: the run of segments with the
/// greatest sum, where running text earns its length and everything else costs.
///
/// J. Pasternack and D. Roth, "Extracting article text from the web with maximum subsequence segmentation", WWW 2009.
/// Elements play no part, so that it still works where markup misleads the other methods.
final class DensestRun {
    private static final int COST = 40;
    private static final int COST_UNUSABLE = 12;

    private DensestRun() {}

    static Optional<Proposal> propose(PageText page, BitSet usable) {
        double best = 0;
        double sum = 0;
        int start = 0;
        int bestStart = -1;
        int bestEnd = -1;
        for (int i = 0; i < page.segments().size(); i++) {
            if (sum <= 0) {
                sum = 0;
                start = i;
            }
            sum += value(page, page.segments().get(i), usable.get(i));
            if (sum > best) {
                best = sum;
                bestStart = start;
                bestEnd = i + 1;
            }
        }
        if (bestStart < 0) return Optional.empty();
        BitSet segments = new BitSet();
        segments.set(bestStart, bestEnd);
        return Optional.of(new Proposal("densest-run", 0, segments));
    }

    private static double value(PageText page, Segment segment, boolean usable) {
        if (!usable) return -COST_UNUSABLE;
        int words = segment.weight() - 2 * segment.linked();
        boolean heading = page.tag(segment.block()).matches("h[1-6]");
        if (words >= 60) return words;
        return heading && segment.linked() == 0 ? -COST / 2.0 : -COST;
    }
}
