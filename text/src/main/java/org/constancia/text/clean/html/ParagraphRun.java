package org.constancia.text.clean.html;

import java.util.BitSet;
import java.util.Optional;
import org.constancia.text.clean.html.PageText.Segment;

/// Proposes the run of paragraphs under one ancestor that holds the most text not linked.
///
/// The ancestor is the lowest element that still holds nearly all of the text of the paragraphs above it: from the
/// body downward, a child is entered as long as it keeps that share.
final class ParagraphRun {
    private static final int SHORTEST = 60;
    private static final double KEPT = .85;

    private ParagraphRun() {}

    static Optional<Proposal> propose(PageText page, BitSet usable) {
        int[] words = new int[page.elementCount()];
        for (int i = usable.nextSetBit(0); i >= 0; i = usable.nextSetBit(i + 1)) {
            Segment segment = page.segments().get(i);
            if (isParagraph(page, segment)) words[segment.block()] += segment.length() - segment.linked();
        }
        for (int i = words.length - 1; i > 0; i--) words[page.parent(i)] += words[i];
        if (words.length == 0 || words[0] < SHORTEST * 3) return Optional.empty();
        int at = 0;
        while (true) {
            int best = -1;
            for (int child = at + 1; child <= page.lastElement(at); child = page.lastElement(child) + 1) {
                if (best < 0 || words[child] > words[best]) best = child;
            }
            if (best < 0 || words[best] < KEPT * words[at]) break;
            at = best;
        }
        return Optional.of(run(page, at, usable));
    }

    private static boolean isParagraph(PageText page, Segment segment) {
        return segment.weight() >= SHORTEST
                && segment.linked() * 2 < segment.length()
                && !page.tag(segment.block()).equals("li");
    }

    /// From the first to the last paragraph under the ancestor.
    private static Proposal run(PageText page, int root, BitSet usable) {
        int first = -1;
        int last = -1;
        for (int i = page.firstSegment(root); i < page.endSegment(root); i++) {
            if (!usable.get(i) || !isParagraph(page, page.segments().get(i))) continue;
            if (first < 0) first = i;
            last = i;
        }
        BitSet segments = new BitSet();
        if (first >= 0) segments.set(first, last + 1);
        return new Proposal("paragraph-run", root, segments);
    }
}
