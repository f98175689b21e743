package org.constancia.linkage.compare;

import java.util.Arrays;
import java.util.stream.Stream;
import org.constancia.core.place.Place;
import org.constancia.core.place.PlaceKind;

/// Which municipalities lie near each other, by the coordinates of their seats in the gazetteer.
///
/// Lists disagree most often about the municipality when an event happened between two; the seats of neighbours
/// are seldom more than 30 km apart. Distances are taken on a plane, which is exact enough at that size.
final class MunicipalDistances {
    private static final int CODES = 100_000;
    private static final double NEAR = 30;
    private static final double KILOMETRES_A_DEGREE = 111.2;

    private final float[] north = new float[CODES];
    private final float[] east = new float[CODES];

    private MunicipalDistances() {
        Arrays.fill(north, Float.NaN);
    }

    /// @param places places of which the municipalities with a code of five digits and coordinates count
    static MunicipalDistances of(Stream<Place> places) {
        MunicipalDistances distances = new MunicipalDistances();
        places.filter(place ->
                        place.kind() == PlaceKind.MUNICIPALITY && place.code().matches("[0-9]{5}"))
                .forEach(distances::add);
        return distances;
    }

    private void add(Place place) {
        Double latitude = place.latitude();
        Double longitude = place.longitude();
        if (latitude != null && longitude != null) {
            int code = Integer.parseInt(place.code());
            north[code] = (float) (KILOMETRES_A_DEGREE * latitude);
            east[code] = (float) (KILOMETRES_A_DEGREE * longitude * Math.cos(Math.toRadians(latitude)));
        }
    }

    /// Whether both are on the map and near each other.
    boolean areNear(int one, int other) {
        float dNorth = north[one] - north[other];
        float dEast = east[one] - east[other];
        return dNorth * dNorth + dEast * dEast <= NEAR * NEAR;
    }
}
