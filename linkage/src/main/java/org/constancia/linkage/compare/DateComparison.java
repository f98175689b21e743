package org.constancia.linkage.compare;

import java.util.List;
import org.constancia.linkage.record.DateColumn;
import org.constancia.linkage.record.DayNumbers;

/// Two dates by the parts both sides state: day, month or year only.
final class DateComparison implements Comparison {
    private static final LevelList LEVELS = new LevelList();
    private static final int EQUAL = LEVELS.addBands(1, "the same day", 1);
    private static final int TURNED = LEVELS.add(1, "day and month exchanged", 0.9);
    private static final int DIGIT = LEVELS.add(1, "a digit apart", 0.8);
    private static final int DAYS = LEVELS.add(1, "up to 3 days apart", 0.8);
    private static final int TEN_DAYS = LEVELS.add(1, "up to 10 days apart", 0.6);
    private static final int MONTH = LEVELS.add(1, "the same month", 0.5);
    private static final int ANNIVERSARY = LEVELS.add(1, "the same day of another year", 0.5);
    private static final int YEAR = LEVELS.add(1, "the same year", 0.35);
    private static final int NEXT_YEAR = LEVELS.add(1, "a year apart", 0.15);
    private static final int YEARS = LEVELS.add(1, "up to 5 years apart", 0.05);
    private static final int FAR = LEVELS.add(1, "far apart", 0);
    private static final int PART_EQUAL = LEVELS.add(2, "the same month (no day)", 1);
    private static final int PART_YEAR = LEVELS.add(2, "the same year (no day)", 0.4);
    private static final int PART_NEXT_YEAR = LEVELS.add(2, "a year apart (no day)", 0.2);
    private static final int PART_FAR = LEVELS.add(2, "far apart (no day)", 0);
    private static final int YEAR_EQUAL = LEVELS.add(3, "the same year (no month)", 1);
    private static final int YEAR_NEXT = LEVELS.add(3, "a year apart (no month)", 0.3);
    private static final int YEAR_NEAR = LEVELS.add(3, "up to 5 years apart (no month)", 0.1);
    private static final int YEAR_FAR = LEVELS.add(3, "far apart (no month)", 0);

    private final DateColumn dates;
    private final Trait trait;
    private final byte[] bands;
    private final double[] chances;

    DateComparison(DateColumn dates, Trait trait) {
        this.dates = dates;
        this.trait = trait;
        bands = FrequencyBand.bands(dates.distinct(), dates::frequency);
        chances = FrequencyBand.chances(dates.distinct(), dates::frequencyAmongDays);
    }

    @Override
    public String name() {
        return dates.name();
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
        int one = dates.date(left);
        int other = dates.date(right);
        if (one == DayNumbers.NONE || other == DayNumbers.NONE) {
            return 0;
        }
        int years = Math.abs(DayNumbers.year(one) - DayNumbers.year(other));
        if (DayNumbers.month(one) == 0 || DayNumbers.month(other) == 0) {
            return years == 0 ? YEAR_EQUAL : years == 1 ? YEAR_NEXT : years <= 5 ? YEAR_NEAR : YEAR_FAR;
        }
        if (DayNumbers.day(one) == 0 || DayNumbers.day(other) == 0) {
            boolean sameMonth = DayNumbers.month(one) == DayNumbers.month(other);
            return years == 0 ? (sameMonth ? PART_EQUAL : PART_YEAR) : years == 1 ? PART_NEXT_YEAR : PART_FAR;
        }
        return one == other ? EQUAL + bands[dates.number(left)] : days(one, other, years);
    }

    private static int days(int one, int other, int years) {
        int month = DayNumbers.month(one);
        int day = DayNumbers.day(one);
        if (years == 0 && month == DayNumbers.day(other) && day == DayNumbers.month(other)) {
            return TURNED;
        }
        int apart = Math.abs(DayNumbers.scale(one) - DayNumbers.scale(other));
        if (apart <= 3) {
            return DAYS;
        }
        if (isDigitApart(one, other)) {
            return DIGIT;
        }
        if (apart <= 10) {
            return TEN_DAYS;
        }
        boolean sameMonth = month == DayNumbers.month(other);
        if (years == 0) {
            return sameMonth ? MONTH : YEAR;
        }
        if (sameMonth && day == DayNumbers.day(other)) {
            return ANNIVERSARY;
        }
        return years == 1 ? NEXT_YEAR : years <= 5 ? YEARS : FAR;
    }

    /// One digit replaced, or two neighbouring ones exchanged.
    private static boolean isDigitApart(int one, int other) {
        int left = one;
        int right = other;
        int first = -1;
        int differing = 0;
        for (int place = 0; place < 8; place++) {
            if (left % 10 != right % 10) {
                differing++;
                first = first < 0 ? place : first;
            }
            left /= 10;
            right /= 10;
        }
        if (differing != 2) {
            return differing == 1;
        }
        int scale = 1;
        for (int place = 0; place < first; place++) {
            scale *= 10;
        }
        int leftPair = one / scale % 100;
        int rightPair = other / scale % 100;
        return leftPair / 10 == rightPair % 10 && leftPair % 10 == rightPair / 10;
    }

    @Override
    public double chance(int level) {
        return level >= EQUAL && level < EQUAL + FrequencyBand.BANDS ? chances[level - EQUAL] : Double.NaN;
    }
}
