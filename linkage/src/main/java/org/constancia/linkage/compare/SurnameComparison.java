package org.constancia.linkage.compare;

import java.util.List;
import org.constancia.linkage.record.Names;
import org.constancia.linkage.record.WordOutline;

/// One of the two surnames: equal by rarity, a letter or a sound apart, in the other surname's or the given
/// name's place.
///
/// Whether neither, one or both sides state a second surname are three groups of evidence: a list that drops
/// the first surname makes the second one first.
final class SurnameComparison implements Comparison {
    private static final LevelList LEVELS = new LevelList();
    private static final int[] EQUAL = new int[3];
    private static final int[] VERY_CLOSE = new int[3];
    private static final int[] CLOSE = new int[3];
    private static final int[] CROSSED = new int[3];
    private static final int[] CROSSED_CLOSE = new int[3];
    private static final int[] SWAPPED_WITH_GIVEN = new int[3];
    private static final int[] JOINED = new int[3];
    private static final int[] SIMILAR = new int[3];
    private static final int[] DIFFERENT = new int[3];

    static {
        String[] shape = {"", " (one side has two)", " (both have two)"};
        for (int s = 0; s < 3; s++) {
            EQUAL[s] = LEVELS.addBands(s + 1, "equal" + shape[s], 1);
            VERY_CLOSE[s] = LEVELS.addCoarse(s + 1, "a letter apart or the same sound" + shape[s], 0.9);
            CLOSE[s] = LEVELS.add(s + 1, "close" + shape[s], 0.8);
            JOINED[s] = LEVELS.add(s + 1, "the same when joined" + shape[s], 0.9);
            CROSSED[s] = LEVELS.addCoarse(s + 1, "equal to the other surname" + shape[s], 0.7);
            CROSSED_CLOSE[s] = LEVELS.add(s + 1, "close to the other surname" + shape[s], 0.5);
            SWAPPED_WITH_GIVEN[s] = LEVELS.add(s + 1, "in the given name's place" + shape[s], 0.6);
            SIMILAR[s] = LEVELS.add(s + 1, "similar" + shape[s], 0.3);
            DIFFERENT[s] = LEVELS.add(s + 1, "different" + shape[s], 0);
        }
    }

    private final Names names;
    private final int position;
    private final WordLikeness likeness;
    private final byte[] bands;
    private final double[] chances;

    SurnameComparison(Names names, int position, WordLikeness likeness, NameRarity rarity) {
        this.names = names;
        this.position = position;
        this.likeness = likeness;
        bands = rarity.surnameBands();
        chances = rarity.surnameChances();
    }

    @Override
    public String name() {
        return position == 0 ? "surname" : "second surname";
    }

    @Override
    public Trait trait() {
        return Trait.SURNAME;
    }

    @Override
    public List<Level> levels() {
        return LEVELS.levels();
    }

    @Override
    public int level(int left, int right) {
        int one = names.surname(position, left);
        int other = names.surname(position, right);
        if (one < 0 || other < 0) {
            return 0;
        }
        int shape = (names.surname(1, left) >= 0 ? 1 : 0) + (names.surname(1, right) >= 0 ? 1 : 0);
        int grade =
                likeness.grade(one, other, names.surnameOutline(position, left), names.surnameOutline(position, right));
        if (grade == WordLikeness.EQUAL) {
            return EQUAL[shape] + bands[one];
        }
        if (grade == WordLikeness.VERY_CLOSE) {
            return VERY_CLOSE[shape] + Math.min(bands[one], bands[other]) / 2;
        }
        if (grade == WordLikeness.CLOSE || grade == WordLikeness.INITIAL) {
            return CLOSE[shape];
        }
        return elsewhere(left, right, one, other, shape, grade);
    }

    private int elsewhere(int left, int right, int one, int other, int shape, int grade) {
        int oneElsewhere = names.surname(1 - position, left);
        int otherElsewhere = names.surname(1 - position, right);
        int outline = names.surnameOutline(position, left);
        int otherOutline = names.surnameOutline(position, right);
        if (shape > 0) {
            int crossed = one == otherElsewhere ? one : other == oneElsewhere ? other : -1;
            if (crossed >= 0) {
                return CROSSED[shape] + bands[crossed] / 2;
            }
            if (isLike(one, outline, otherElsewhere, names.surnameOutline(1 - position, right), WordLikeness.CLOSE)
                    || isLike(
                            other,
                            otherOutline,
                            oneElsewhere,
                            names.surnameOutline(1 - position, left),
                            WordLikeness.CLOSE)) {
                return CROSSED_CLOSE[shape];
            }
            if (shape == 1
                    && WordOutline.canBeALetterApart(joinedOutline(left), joinedOutline(right))
                    && likeness.sameJoined(one, oneElsewhere, other, otherElsewhere)) {
                return JOINED[shape];
            }
        }
        if (isLike(one, outline, names.given(0, right), names.givenOutline(0, right), WordLikeness.VERY_CLOSE)
                || isLike(
                        other,
                        otherOutline,
                        names.given(0, left),
                        names.givenOutline(0, left),
                        WordLikeness.VERY_CLOSE)) {
            return SWAPPED_WITH_GIVEN[shape];
        }
        return grade == WordLikeness.SIMILAR ? SIMILAR[shape] : DIFFERENT[shape];
    }

    private int joinedOutline(int record) {
        return WordOutline.joined(names.surnameOutline(0, record), names.surnameOutline(1, record));
    }

    /// Whether a word is like another at least by a grade; not when there is no other.
    private boolean isLike(int word, int outline, int other, int otherOutline, int least) {
        return other >= 0 && likeness.grade(word, other, outline, otherOutline) >= least;
    }

    @Override
    public double chance(int level) {
        for (int first : EQUAL) {
            if (level >= first && level < first + FrequencyBand.BANDS) {
                return chances[level - first];
            }
        }
        return Double.NaN;
    }
}
