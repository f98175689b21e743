package org.constancia.linkage.compare;

import java.util.List;
import org.constancia.linkage.record.PlaceColumn;

/// Places by code: the municipality, a neighbouring one, one with a near code or a digit apart, the department.
///
/// Neighbours are told by the gazetteer's map. Codes are given by region, so a small difference of codes within a
/// department stands for neighbourhood where the map does not know them.
final class PlaceComparison implements Comparison {
    private static final LevelList LEVELS = new LevelList();
    private static final int EQUAL = LEVELS.addBands(1, "the same municipality", 1);
    private static final int NEIGHBOUR = LEVELS.add(1, "a municipality within 30 km", 0.5);
    private static final int DIGIT = LEVELS.add(1, "a digit apart", 0.5);
    private static final int NEAR = LEVELS.add(1, "a near code", 0.5);
    private static final int DEPARTMENT = LEVELS.add(1, "the same department", 0.3);
    private static final int DIFFERENT = LEVELS.add(1, "another department", 0);
    private static final int PART_EQUAL = LEVELS.add(2, "the same department (no municipality)", 1);
    private static final int PART_DIFFERENT = LEVELS.add(2, "another department (no municipality)", 0);
    private static final int NEAR_CODES = 25;
    private static final int CODES = 100_000;

    private final PlaceColumn places;
    private final byte[] bands;
    private final MunicipalDistances distances;

    PlaceComparison(PlaceColumn places, MunicipalDistances distances) {
        this.places = places;
        this.distances = distances;
        bands = FrequencyBand.bands(CODES, places::frequency);
    }

    @Override
    public String name() {
        return places.name();
    }

    @Override
    public Trait trait() {
        return Trait.PLACE;
    }

    @Override
    public List<Level> levels() {
        return LEVELS.levels();
    }

    @Override
    public int level(int left, int right) {
        int one = places.code(left);
        int other = places.code(right);
        if (one < 0 || other < 0) {
            return 0;
        }
        boolean department = PlaceColumn.department(one) == PlaceColumn.department(other);
        if (PlaceColumn.isDepartmentOnly(one) || PlaceColumn.isDepartmentOnly(other)) {
            return department ? PART_EQUAL : PART_DIFFERENT;
        }
        if (one == other) {
            return EQUAL + bands[one];
        }
        if (distances.areNear(one, other)) {
            return NEIGHBOUR;
        }
        if (department && Math.abs(one - other) <= NEAR_CODES) {
            return NEAR;
        }
        if (isDigitApart(one, other)) {
            return DIGIT;
        }
        return department ? DEPARTMENT : DIFFERENT;
    }

    private static boolean isDigitApart(int one, int other) {
        for (int unit = 1; unit < CODES; unit *= 10) {
            int above = unit * 10;
            if (one / above == other / above) {
                return one % unit == other % unit;
            }
        }
        return false;
    }
}
