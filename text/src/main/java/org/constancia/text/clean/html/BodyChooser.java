package org.constancia.text.clean.html;

import java.util.BitSet;
import java.util.List;
import org.constancia.text.clean.html.PageText.Segment;
import org.jspecify.annotations.Nullable;

/// Chooses between the proposals for a page's article.
///
/// A proposal earns the running text it holds and pays for what does not look like running text. Where the page's
/// metadata carry the article, agreement with them decides instead.
final class BodyChooser {
    private static final double PRICE_OF_NOISE = 1.5;
    private static final double CONVINCING = .8;

    private BodyChooser() {}

    static Proposal choose(PageText page, List<Proposal> proposals, @Nullable Proposal stated) {
        Proposal best = proposals.getFirst();
        double most = Double.NEGATIVE_INFINITY;
        for (Proposal proposal : proposals) {
            double worth = stated == null ? worth(page, proposal.segments()) : agreement(page, proposal, stated);
            if (worth > most) {
                most = worth;
                best = proposal;
            }
        }
        return stated != null && most < CONVINCING ? choose(page, proposals, null) : best;
    }

    private static double worth(PageText page, BitSet segments) {
        double worth = 0;
        for (int i = segments.nextSetBit(0); i >= 0; i = segments.nextSetBit(i + 1)) {
            Segment segment = page.segments().get(i);
            boolean running = segment.length() >= 60 && segment.linked() * 2 < segment.length();
            worth += running ? segment.length() - segment.linked() : -PRICE_OF_NOISE * segment.length();
        }
        return worth;
    }

    /// F1 of the characters two proposals hold.
    private static double agreement(PageText page, Proposal one, Proposal other) {
        BitSet both = (BitSet) one.segments().clone();
        both.and(other.segments());
        double common = length(page, both);
        return 2 * common / Math.max(1, length(page, one.segments()) + length(page, other.segments()));
    }

    private static double length(PageText page, BitSet segments) {
        return segments.stream().mapToLong(i -> page.segments().get(i).length()).sum();
    }
}
