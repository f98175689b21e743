package org.constancia.text.duplicate;

/// How alike two texts are.
///
/// @param containment share of the smaller text's 3-word runs that stand in the other, in [0, 1]
/// @param coverage share of the larger text's runs that stand in the smaller, in [0, 1]
/// @param sharesLead whether both begin with the same story
public record Likeness(double containment, double coverage, boolean sharesLead) {
    private static final double WHOLE = .9;
    private static final double CERTAIN = .8;
    private static final double SOME_OF_BOTH = .15;
    private static final double STRONG = .4;
    private static final double LIKELY = .2;
    private static final double LEAD = .2;
    private static final int LEAD_WORDS = 60;
    private static final int LEAD_HITS = 3;

    /// Compares two texts.
    public static Likeness of(String one, String other) {
        Words words = Words.of(one);
        Words otherWords = Words.of(other);
        return of(words, ShingleSet.of(words), otherWords, ShingleSet.of(otherWords));
    }

    static Likeness of(Words one, ShingleSet oneSet, Words other, ShingleSet otherSet) {
        int smaller = Math.min(oneSet.size(), otherSet.size());
        if (smaller == 0) return new Likeness(0, 0, false);
        int common = oneSet.common(otherSet);
        double containment = (double) common / smaller;
        double coverage = (double) common / Math.max(oneSet.size(), otherSet.size());
        return new Likeness(containment, coverage, containment >= LIKELY && sharesLead(one, other));
    }

    /// Whether a few of the same 3-word runs stand near the beginning of both.
    private static boolean sharesLead(Words one, Words other) {
        ShingleSet lead = lead(one);
        return lead.common(lead(other)) >= Math.min(LEAD_HITS, Math.max(1, lead.size()));
    }

    private static ShingleSet lead(Words words) {
        int reach = Math.max(LEAD_WORDS, (int) (LEAD * words.count()));
        return ShingleSet.of(words, 0, Math.min(reach, words.shingleCount()));
    }

    /// Whether one text carries the other's story: it holds nearly all of it and little else, or a good part of it from
    /// the beginning on. A text that has another one appended, or quotes it further down, does not.
    public boolean isNearDuplicate() {
        return (containment >= CERTAIN && coverage >= SOME_OF_BOTH) || (containment >= LIKELY && sharesLead);
    }

    /// Near-duplicates so alike that what either is like, the other is like too: a good part of the larger one, or one
    /// that stands in the other from the beginning on and nearly whole, such as a story in its page.
    boolean isStrong() {
        return sharesLead && (coverage >= STRONG || containment >= WHOLE);
    }
}
