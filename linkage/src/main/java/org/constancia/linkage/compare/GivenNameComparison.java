package org.constancia.linkage.compare;

import java.util.List;
import org.constancia.linkage.record.NameIndex;
import org.constancia.linkage.record.Names;
import org.constancia.linkage.record.WordOutline;

/// Given names: in order, crossed (second name used as first), joined, abbreviated, everyday form, or in the
/// surname's place.
///
/// Three shapes of evidence are kept apart: one given name on both sides, several on one side only, several
/// on both.
final class GivenNameComparison implements Comparison {
    private static final LevelList LEVELS = new LevelList();
    private static final int[] EQUAL = new int[3];
    private static final int[] SWAPPED_WITH_SURNAME = new int[3];
    private static final int[] SIMILAR = new int[3];
    private static final int[] DIFFERENT = new int[3];
    private static final int[] VERY_CLOSE = new int[3];
    private static final int[] CLOSE = new int[3];
    private static final int[] INITIAL = new int[3];
    private static final int[] CROSSED = new int[3];
    private static final int[] CROSSED_CLOSE = new int[3];
    private static final int[] JOINED = new int[3];
    private static final int BOTH_EQUAL;
    private static final int EQUAL_AND_CLOSE;
    private static final int EQUAL_AND_DIFFERENT;
    private static final int TURNED;
    private static final int DIFFERENT_AND_EQUAL;
    private static final int CLOSE_AND_EQUAL;
    private static final int BOTH_CLOSE;

    static {
        String[] shape = {"", " (one side has more names)", " (several names)"};
        for (int s = 0; s < 2; s++) {
            EQUAL[s] = LEVELS.addBands(s + 1, "equal" + shape[s], 1);
        }
        BOTH_EQUAL = LEVELS.addBands(3, "all equal", 1);
        EQUAL_AND_CLOSE = LEVELS.add(3, "first equal, second close", 0.95);
        CLOSE_AND_EQUAL = LEVELS.add(3, "first close, second equal", 0.95);
        BOTH_CLOSE = LEVELS.add(3, "both close", 0.9);
        TURNED = LEVELS.add(3, "in the other order", 0.9);
        EQUAL_AND_DIFFERENT = LEVELS.addCoarse(3, "first equal, second different", 0.4);
        DIFFERENT_AND_EQUAL = LEVELS.add(3, "first different, second equal", 0.25);
        for (int s = 0; s < 3; s++) {
            VERY_CLOSE[s] = LEVELS.addCoarse(s + 1, "a letter apart or the same sound" + shape[s], 0.9);
            CLOSE[s] = LEVELS.add(s + 1, "close" + shape[s], 0.8);
            INITIAL[s] = LEVELS.add(s + 1, "an initial agrees" + shape[s], 0.7);
            JOINED[s] = LEVELS.add(s + 1, "the same when joined" + shape[s], 0.9);
            CROSSED[s] = LEVELS.addCoarse(s + 1, "equal to another given name" + shape[s], 0.7);
            CROSSED_CLOSE[s] = LEVELS.add(s + 1, "close to another given name" + shape[s], 0.5);
            SWAPPED_WITH_SURNAME[s] = LEVELS.add(s + 1, "in the surname's place" + shape[s], 0.6);
            SIMILAR[s] = LEVELS.add(s + 1, "similar" + shape[s], 0.3);
            DIFFERENT[s] = LEVELS.add(s + 1, "different" + shape[s], 0);
        }
    }

    private final Names names;
    private final NameIndex index;
    private final WordLikeness likeness;
    private final byte[] bands;
    private final double[] chances;

    GivenNameComparison(Names names, WordLikeness likeness, NameRarity rarity) {
        this.names = names;
        this.index = names.index();
        this.likeness = likeness;
        bands = rarity.givenBands();
        chances = rarity.givenChances();
    }

    @Override
    public String name() {
        return "given names";
    }

    @Override
    public Trait trait() {
        return Trait.GIVEN_NAME;
    }

    @Override
    public List<Level> levels() {
        return LEVELS.levels();
    }

    @Override
    public int level(int left, int right) {
        int leftFirst = names.given(0, left);
        int rightFirst = names.given(0, right);
        if (leftFirst < 0 || rightFirst < 0) {
            return 0;
        }
        int leftSecond = names.given(1, left);
        int rightSecond = names.given(1, right);
        int shape = (leftSecond >= 0 ? 1 : 0) + (rightSecond >= 0 ? 1 : 0);
        int grade = grade(0, left, 0, right);
        if (shape == 2) {
            int found = bothSeveral(left, right, grade);
            if (found > 0) {
                return found;
            }
        } else if (grade == WordLikeness.EQUAL) {
            return EQUAL[shape] + bands[leftFirst];
        }
        return unequal(left, right, shape, grade);
    }

    /// The outcomes in which both sides have a second name that counts; 0 when none of them applies.
    private int bothSeveral(int left, int right, int grade) {
        int leftFirst = names.given(0, left);
        int second = grade(1, left, 1, right);
        if (grade == WordLikeness.EQUAL) {
            if (second == WordLikeness.EQUAL) {
                double both = index.givenFrequency(leftFirst) * index.givenFrequency(names.given(1, left)) * 8;
                return BOTH_EQUAL + FrequencyBand.of(both);
            }
            return second >= WordLikeness.INITIAL ? EQUAL_AND_CLOSE : EQUAL_AND_DIFFERENT + bands[leftFirst] / 2;
        }
        if (grade(0, left, 1, right) >= WordLikeness.CLOSE && grade(1, left, 0, right) >= WordLikeness.CLOSE) {
            return TURNED;
        }
        if (second == WordLikeness.EQUAL) {
            return grade >= WordLikeness.INITIAL ? CLOSE_AND_EQUAL : DIFFERENT_AND_EQUAL;
        }
        return grade >= WordLikeness.CLOSE && second >= WordLikeness.INITIAL ? BOTH_CLOSE : 0;
    }

    private int unequal(int left, int right, int shape, int grade) {
        int leftFirst = names.given(0, left);
        int rightFirst = names.given(0, right);
        if (grade == WordLikeness.VERY_CLOSE) {
            return VERY_CLOSE[shape] + Math.min(bands[leftFirst], bands[rightFirst]) / 2;
        }
        if (grade == WordLikeness.CLOSE) {
            return CLOSE[shape];
        }
        if (shape > 0) {
            int crossed = crossed(left, right);
            if (crossed >= 0) {
                return CROSSED[shape] + bands[crossed] / 2;
            }
            if (WordOutline.canBeALetterApart(joinedOutline(left), joinedOutline(right))
                    && likeness.sameJoined(leftFirst, names.given(1, left), rightFirst, names.given(1, right))) {
                return JOINED[shape];
            }
        }
        if (grade == WordLikeness.INITIAL) {
            return INITIAL[shape];
        }
        if (shape > 0 && crossedGrade(left, right) >= WordLikeness.CLOSE) {
            return CROSSED_CLOSE[shape];
        }
        if (gradeInSurname(left, right, grade) >= WordLikeness.VERY_CLOSE
                && gradeInSurname(right, left, grade) >= WordLikeness.SIMILAR) {
            return SWAPPED_WITH_SURNAME[shape];
        }
        return grade == WordLikeness.SIMILAR ? SIMILAR[shape] : DIFFERENT[shape];
    }

    private int joinedOutline(int record) {
        return WordOutline.joined(names.givenOutline(0, record), names.givenOutline(1, record));
    }

    private int grade(int position, int left, int otherPosition, int right) {
        return likeness.grade(
                names.given(position, left),
                names.given(otherPosition, right),
                names.givenOutline(position, left),
                names.givenOutline(otherPosition, right));
    }

    /// How like the first given name is to the other record's surname; where it states none, to its given name.
    private int gradeInSurname(int record, int other, int gradeOfGivenNames) {
        int surname = names.surname(0, other);
        return surname < 0
                ? gradeOfGivenNames
                : likeness.grade(
                        names.given(0, record), surname, names.givenOutline(0, record), names.surnameOutline(0, other));
    }

    /// A given name of one side that the other has in another position, -1 when there is none.
    private int crossed(int left, int right) {
        for (int i = 0; i < 3 && names.given(i, left) >= 0; i++) {
            for (int j = 0; j < 3 && names.given(j, right) >= 0; j++) {
                if (i != j && names.given(i, left) == names.given(j, right)) {
                    return names.given(i, left);
                }
            }
        }
        return -1;
    }

    private int crossedGrade(int left, int right) {
        int best = WordLikeness.DIFFERENT;
        for (int i = 0; i < 3 && names.given(i, left) >= 0; i++) {
            for (int j = 0; j < 3 && names.given(j, right) >= 0; j++) {
                if (i != j) {
                    best = Math.max(best, grade(i, left, j, right));
                }
            }
        }
        return best;
    }

    @Override
    public double chance(int level) {
        for (int shape = 0; shape < 2; shape++) {
            if (level >= EQUAL[shape] && level < EQUAL[shape] + FrequencyBand.BANDS) {
                return chances[level - EQUAL[shape]];
            }
        }
        return Double.NaN;
    }
}
