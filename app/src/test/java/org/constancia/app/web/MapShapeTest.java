package org.constancia.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.constancia.app.web.geography.MapShape;
import org.constancia.app.web.geography.Outline;
import org.constancia.app.web.page.PlaceShown;
import org.constancia.core.record.CodeList.PlacePrecision;
import org.junit.jupiter.api.Test;

/// A place is drawn no finer than it is known.
class MapShapeTest {

    @Test
    void aCountryIsFilledEvenWhenItHasTheCoordinatesOfItsCapital() {
        assertThat(MapShape.of(SamplePages.COLOMBIA)).isEqualTo(new MapShape("country", "CO", 0));
        Outline outline = Outline.of(SamplePages.COLOMBIA).orElseThrow();
        assertThat(outline.circle()).isNull();
        assertThat(outline.area()).isEqualTo(outline.land());
    }

    @Test
    void aDepartmentIsFilled() {
        assertThat(MapShape.of(SamplePages.VALLE)).isEqualTo(new MapShape("department", "76", 0));
        assertThat(Outline.of(SamplePages.VALLE).orElseThrow().area()).startsWith("M");
    }

    @Test
    void aMunicipalityIsAnAreaAroundItsSeat() {
        assertThat(MapShape.of(SamplePages.CALI).kind()).isEqualTo("circle");
        assertThat(MapShape.of(SamplePages.CALI).radius()).isGreaterThan(5_000);
        assertThat(Outline.of(SamplePages.CALI).orElseThrow().circle()).isNotNull();
    }

    @Test
    void aMunicipalityWithoutCoordinatesFillsItsDepartment() {
        PlaceShown place = new PlaceShown("Bojayá", PlacePrecision.MUNICIPALITY, "CO", "27099", null, null);
        assertThat(MapShape.of(place)).isEqualTo(new MapShape("department", "27", 0));
    }

    @Test
    void evenAPointIsASmallAreaAndNoPin() {
        PlaceShown place = new PlaceShown("puente", PlacePrecision.POINT, "CO", "76001", 3.4, -76.5);
        assertThat(MapShape.of(place).radius()).isPositive();
    }
}
