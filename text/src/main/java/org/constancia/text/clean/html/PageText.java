package org.constancia.text.clean.html;

import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// Everything a page says, in document order, as one text of segments, and the elements they stand in.
///
/// Elements are numbered in document order, so that the elements under an element and the segments in it are ranges.
/// All sums over a subtree are computed once, in time linear in the page.
final class PageText {
    /// A run of text that no block element interrupts.
    ///
    /// @param start first UTF-16 unit in the page's text
    /// @param end behind the last
    /// @param owner number of the deepest element that holds all of it
    /// @param block number of the nearest block element around it
    /// @param linked characters of it that are links
    /// @param sourceStart first UTF-16 unit in the decoded page
    /// @param sourceEnd behind the last
    /// @param weight its length in letters, an ideograph or kana counted as several
    record Segment(int start, int end, int owner, int block, int linked, int sourceStart, int sourceEnd, int weight) {
        int length() {
            return end - start;
        }

        boolean isMostlyLink() {
            return linked * 10 >= length() * 8;
        }
    }

    /// How many letters of an alphabet say about as much as one ideograph, or one kana or syllable of Hangul.
    private static final int IDEOGRAPH = 3;

    private static final int SYLLABLE = 2;

    private static final int DEEPEST_PATH = 40;

    private final Document document;
    private final String text;
    private final List<Segment> segments;
    private final List<Element> elements;
    private final int[] parent;
    private final int[] ordinal;
    private final int[] lastElement;
    private final int[] firstSegment;
    private final int[] endSegment;
    private final int[] textLength;
    private final int[] linkLength;

    PageText(
            Document document,
            String text,
            List<Segment> segments,
            List<Element> elements,
            int[] parent,
            int[] ordinal,
            int[] lastElement) {
        this.document = document;
        this.text = text;
        this.segments = segments;
        this.elements = elements;
        this.parent = parent;
        this.ordinal = ordinal;
        this.lastElement = lastElement;
        int count = elements.size();
        firstSegment = new int[count];
        endSegment = new int[count];
        textLength = new int[count];
        linkLength = new int[count];
        sum();
    }

    private void sum() {
        java.util.Arrays.fill(firstSegment, Integer.MAX_VALUE);
        for (int i = 0; i < segments.size(); i++) {
            Segment segment = segments.get(i);
            int owner = segment.owner();
            firstSegment[owner] = Math.min(firstSegment[owner], i);
            endSegment[owner] = Math.max(endSegment[owner], i + 1);
            textLength[owner] += segment.length();
            linkLength[owner] += segment.linked();
        }
        for (int i = elements.size() - 1; i > 0; i--) {
            int above = parent[i];
            firstSegment[above] = Math.min(firstSegment[above], firstSegment[i]);
            endSegment[above] = Math.max(endSegment[above], endSegment[i]);
            textLength[above] += textLength[i];
            linkLength[above] += linkLength[i];
        }
        for (int i = 0; i < elements.size(); i++) if (endSegment[i] == 0) firstSegment[i] = 0;
    }

    /// The length of a run in letters, ideographs and kana counted for what they say.
    static int weigh(CharSequence text, int start, int end) {
        int weight = end - start;
        for (int i = start; i < end; i++) {
            char character = text.charAt(i);
            if (character < '\u3040') continue;
            if (character <= '\u30FF' || character >= '\uAC00' && character <= '\uD7A3') weight += SYLLABLE - 1;
            else if (character >= '\u3400' && character <= '\u9FFF') weight += IDEOGRAPH - 1;
        }
        return weight;
    }

    Document document() {
        return document;
    }

    String text() {
        return text;
    }

    List<Segment> segments() {
        return segments;
    }

    String of(Segment segment) {
        return text.substring(segment.start(), segment.end());
    }

    int elementCount() {
        return elements.size();
    }

    Element element(int number) {
        return elements.get(number);
    }

    String tag(int number) {
        return elements.get(number).normalName();
    }

    /// Number of the parent; the root is its own parent.
    int parent(int number) {
        return parent[number];
    }

    boolean contains(int ancestor, int number) {
        return ancestor <= number && number <= lastElement[ancestor];
    }

    int lastElement(int number) {
        return lastElement[number];
    }

    int firstSegment(int number) {
        return firstSegment[number];
    }

    int endSegment(int number) {
        return endSegment[number];
    }

    int textLength(int number) {
        return textLength[number];
    }

    int linkLength(int number) {
        return linkLength[number];
    }

    /// Share of the text under an element that is links, in [0, 1].
    double linkDensity(int number) {
        return textLength[number] == 0 ? 0 : (double) linkLength[number] / textLength[number];
    }

    /// `html/body/div[2]/p[3]`: tags from the root, with the place among siblings of the same tag where it is not 1. Of
    /// an
    /// element nested very deep only the lower levels are named, behind `…/`.
    String path(int number) {
        StringBuilder path = new StringBuilder();
        int at = number;
        for (int level = 0; at > 0 && level < DEEPEST_PATH; level++) {
            path.insert(0, '/' + tag(at) + (ordinal[at] > 1 ? "[" + ordinal[at] + "]" : ""));
            at = parent[at];
        }
        if (path.isEmpty()) return tag(number);
        return at > 0 ? "…" + path : path.substring(1);
    }
}
