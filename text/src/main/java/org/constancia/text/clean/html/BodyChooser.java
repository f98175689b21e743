package org.constancia.text.clean.html;

import java.util.BitSet;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// Chooses between the proposals for a page's article.
///
/// Every proposal votes for the segments it holds. A proposal is worth the text it holds, weighed by how far the share
/// of votes for each segment lies above a threshold: what most methods agree on counts for it, what it alone holds
/// counts against it. Where the page's metadata carry the article, agreement with them decides instead.
final class BodyChooser {
    private static final double THRESHOLD = .55;
    private static final double CONVINCING = .8;

    private final PageText page;
    private final List<Proposal> proposals;

    private BodyChooser(PageText page, List<Proposal> proposals) {
        this.page = page;
        this.proposals = proposals;
    }

    /// @param stated the proposal taken from metadata, if there is one
    static Proposal choose(PageText page, List<Proposal> proposals, @Nullable Proposal stated) {
        BodyChooser chooser = new BodyChooser(page, proposals);
        double[] votes = chooser.votes();
        Proposal elected = chooser.best(proposal -> chooser.worth(proposal, votes));
        if (stated == null) return elected;
        Proposal agreeing = chooser.best(proposal -> chooser.agreement(proposal, stated));
        return chooser.agreement(agreeing, stated) >= CONVINCING ? agreeing : elected;
    }

    private Proposal best(ToDoubleFunction<Proposal> measure) {
        Proposal best = proposals.getFirst();
        double most = Double.NEGATIVE_INFINITY;
        for (Proposal proposal : proposals) {
            double value = measure.applyAsDouble(proposal);
            if (value > most) {
                most = value;
                best = proposal;
            }
        }
        return best;
    }

    /// The share of proposals that hold each segment.
    private double[] votes() {
        double[] votes = new double[page.segments().size()];
        for (Proposal proposal : proposals) {
            proposal.segments().stream().forEach(i -> votes[i] += 1.0 / proposals.size());
        }
        return votes;
    }

    private double worth(Proposal proposal, double[] votes) {
        return proposal.segments().stream()
                .mapToDouble(i -> page.segments().get(i).length() * (votes[i] - THRESHOLD))
                .sum();
    }

    /// F1 of the characters two proposals hold.
    private double agreement(Proposal one, Proposal other) {
        BitSet both = (BitSet) one.segments().clone();
        both.and(other.segments());
        return 2.0
                * both.stream().mapToLong(i -> page.segments().get(i).length()).sum()
                / Math.max(1, one.length(page) + other.length(page));
    }
}
