package org.constancia.linkage.compare;

import java.util.Arrays;
import java.util.List;
import org.constancia.linkage.record.DistinctValues;
import org.constancia.linkage.record.WordColumn;
import org.jspecify.annotations.Nullable;

/// Free text, codes, documents and addresses of mail, letter by letter.
///
/// Texts of more than 64 letters are compared by their first 64. Where a record has two columns of a kind
/// (address lines), a value that stands in the other column is a level of its own.
final class TextComparison implements Comparison {
    private static final LevelList LEVELS = new LevelList();
    private static final int EQUAL = LEVELS.addBands(1, "equal", 1);
    private static final int LETTER = LEVELS.addCoarse(1, "a letter apart", 0.9);
    private static final int TWO_LETTERS = LEVELS.add(1, "two letters apart", 0.75);
    private static final int CROSSED = LEVELS.add(1, "in the other column", 0.8);
    private static final int CLOSE = LEVELS.add(1, "close", 0.7);
    private static final int CONTAINED = LEVELS.add(1, "the same beginning or contained", 0.6);
    private static final int SIMILAR = LEVELS.add(1, "similar", 0.3);
    private static final int DIFFERENT = LEVELS.add(1, "different", 0);
    private static final int SLOTS = 1 << 14;
    private static final int UNKNOWN = -1;

    private final WordColumn words;
    private final Trait trait;
    private final double[] chances;
    private final byte[] bands;
    private final @Nullable WordColumn partner;
    private final boolean digits;
    private final JaroWinkler jaroWinkler = new JaroWinkler();
    private final EditDistance editDistance = new EditDistance();
    private final long[] seen = new long[SLOTS];
    private final byte[] outcomes = new byte[SLOTS];

    /// @param partner the other column in which the value may stand, or null
    /// @param digits whether every letter counts (codes, documents), so that "similar" means little
    TextComparison(WordColumn words, Trait trait, @Nullable WordColumn partner, boolean digits) {
        this.words = words;
        this.trait = trait;
        bands = FrequencyBand.bands(words.values().size(), words::frequency);
        chances = FrequencyBand.chances(words.values().size(), words::frequency);
        this.partner = partner;
        this.digits = digits;
        Arrays.fill(seen, UNKNOWN);
    }

    private TextComparison(TextComparison other) {
        words = other.words;
        trait = other.trait;
        bands = other.bands;
        chances = other.chances;
        partner = other.partner;
        digits = other.digits;
        Arrays.fill(seen, UNKNOWN);
    }

    @Override
    public Comparison forWorker() {
        return new TextComparison(this);
    }

    @Override
    public String name() {
        return words.name();
    }

    @Override
    public Trait trait() {
        return trait;
    }

    @Override
    public List<Level> levels() {
        return LEVELS.levels();
    }

    @Override
    public int level(int left, int right) {
        int one = words.value(left);
        int other = words.value(right);
        if (one < 0 || other < 0) {
            return 0;
        }
        if (one == other) {
            return EQUAL + bands[one];
        }
        int outcome = outcome(Math.min(one, other), Math.max(one, other));
        if (partner != null && outcome != LETTER && isCrossed(left, right, one, other, partner)) {
            return CROSSED;
        }
        return outcome == LETTER ? LETTER + Math.min(bands[one], bands[other]) / 2 : outcome;
    }

    private boolean isCrossed(int left, int right, int one, int other, WordColumn column) {
        return isSame(one, column.value(right), column) || isSame(other, column.value(left), column);
    }

    private boolean isSame(int value, int elsewhere, WordColumn column) {
        if (elsewhere < 0 || words.values().hashOf(value) != column.values().hashOf(elsewhere)) {
            return false;
        }
        return Arrays.equals(words.values().get(value), column.values().get(elsewhere));
    }

    private int outcome(int one, int other) {
        long pair = (long) one << 32 | other;
        int slot = (int) ((pair * 0x9E3779B97F4A7C15L) >>> 50);
        if (seen[slot] != pair) {
            outcomes[slot] = (byte) compared(one, other);
            seen[slot] = pair;
        }
        return outcomes[slot];
    }

    private int compared(int one, int other) {
        DistinctValues values = words.values();
        byte[] bytes = values.bytes();
        int oneFrom = values.from(one);
        int oneTo = Math.min(values.to(one), oneFrom + EditDistance.MAX_LENGTH);
        int otherFrom = values.from(other);
        int otherTo = Math.min(values.to(other), otherFrom + EditDistance.MAX_LENGTH);
        int shorter = Math.min(oneTo - oneFrom, otherTo - otherFrom);
        int edits = editDistance.alignment(bytes, oneFrom, oneTo, bytes, otherFrom, otherTo);
        if (edits <= 1 && shorter >= 2) {
            return LETTER;
        }
        if (edits == 2 && shorter >= 5) {
            return TWO_LETTERS;
        }
        double likeness = jaroWinkler.similarity(bytes, oneFrom, oneTo, bytes, otherFrom, otherTo);
        if (!digits && likeness >= 0.9) {
            return CLOSE;
        }
        int prefix = Arrays.mismatch(bytes, oneFrom, oneTo, bytes, otherFrom, otherTo);
        if (shorter >= 3 && (prefix < 0 || prefix >= Math.max(3, shorter * 2 / 3))) {
            return CONTAINED;
        }
        return likeness >= 0.8 ? SIMILAR : DIFFERENT;
    }

    @Override
    public double chance(int level) {
        return level >= EQUAL && level < EQUAL + FrequencyBand.BANDS ? chances[level - EQUAL] : Double.NaN;
    }
}
