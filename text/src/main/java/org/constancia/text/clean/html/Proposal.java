package org.constancia.text.clean.html;

import java.util.BitSet;

/// One idea of where the article is: some of the page's segments.
///
/// @param origin the method that had it
/// @param root number of the element that holds all of them
record Proposal(String origin, int root, BitSet segments) {
    static Proposal under(String origin, PageText page, int root) {
        BitSet segments = new BitSet();
        segments.set(page.firstSegment(root), Math.max(page.firstSegment(root), page.endSegment(root)));
        return new Proposal(origin, root, segments);
    }

    /// How many characters it holds.
    long length(PageText page) {
        return segments.stream().mapToLong(i -> page.segments().get(i).length()).sum();
    }
}
