package org.constancia.linkage.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.constancia.core.place.Gazetteer;
import org.junit.jupiter.api.Test;

class MunicipalDistancesTest {
    private final MunicipalDistances distances =
            MunicipalDistances.of(Gazetteer.bundled().streamPlaces());

    @Test
    void bogotaIsNearSoachaInAnotherDepartment() {
        assertThat(distances.areNear(11001, 25754)).isTrue();
        assertThat(distances.areNear(25754, 11001)).isTrue();
    }

    @Test
    void medellinIsFarFromTurbo() {
        assertThat(distances.areNear(5001, 5837)).isFalse();
    }

    @Test
    void whatIsNotOnTheMapIsNearNothing() {
        assertThat(distances.areNear(11001, 99998)).isFalse();
        assertThat(distances.areNear(99998, 99998)).isFalse();
    }
}
