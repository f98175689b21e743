package org.constancia.linkage.compare;

import java.util.List;
import org.constancia.linkage.record.WordColumn;

/// A word out of few: equal (by rarity) or not.
final class ExactComparison implements Comparison {
    private static final LevelList LEVELS = new LevelList();
    private static final int EQUAL = LEVELS.addBands(1, "equal", 1);
    private static final int DIFFERENT = LEVELS.add(1, "different", 0);

    private final WordColumn words;
    private final Trait trait;
    private final double[] chances;
    private final byte[] bands;

    ExactComparison(WordColumn words, Trait trait) {
        this.words = words;
        this.trait = trait;
        bands = FrequencyBand.bands(words.values().size(), words::frequency);
        chances = FrequencyBand.chances(words.values().size(), words::frequency);
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
        return one == other ? EQUAL + bands[one] : DIFFERENT;
    }

    @Override
    public double chance(int level) {
        return level >= EQUAL && level < EQUAL + FrequencyBand.BANDS ? chances[level - EQUAL] : Double.NaN;
    }
}
