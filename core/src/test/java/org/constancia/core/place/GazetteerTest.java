package org.constancia.core.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class GazetteerTest {
    private static final Gazetteer GAZETTEER = Gazetteer.bundled();

    @Test
    void accentsDoNotCount() {
        assertThat(first("bogota").code()).isEqualTo("11001");
        assertThat(first("BOGOTÁ, D.C.").code()).isEqualTo("11001");
    }

    @Test
    void municipalitiesBearTheirDivipolaCode() {
        assertThat(first("Buenaventura").code()).isEqualTo("76109");
        assertThat(first("Tumaco").code()).isEqualTo("52835");
        assertThat(first("Bojayá").code()).isEqualTo("27099");
        assertThat(first("Segovia").code()).isEqualTo("05736");
        assertThat(first("Soacha").division()).isEqualTo("Cundinamarca");
    }

    @Test
    void thereAreAsManyMunicipalitiesAsDaneCounts() {
        long municipalities = GAZETTEER
                .streamPlaces()
                .filter(place -> place.country().equals("CO") && place.kind() == PlaceKind.MUNICIPALITY)
                .count();
        assertThat(municipalities).isEqualTo(1_122);
    }

    @Test
    void aRepeatedNameGivesEveryPlaceItCanMean() {
        assertThat(GAZETTEER.listCandidates("Granada"))
                .extracting(Place::code)
                .startsWith("50313")
                .contains("05313", "25312", "25320.granada", "GD", "NI.06.granada", "ES.51.granada");
    }

    @Test
    void aDepartmentComesBeforeTheTownOfItsName() {
        assertThat(first("Nariño").kind()).isEqualTo(PlaceKind.DEPARTMENT);
        assertThat(first("Córdoba").code()).isEqualTo("23");
    }

    @Test
    void countriesAreFoundInBothLanguages() {
        assertThat(first("Brazil").code()).isEqualTo("BR");
        assertThat(first("Brasil").code()).isEqualTo("BR");
        assertThat(first("Estados Unidos").code()).isEqualTo("US");
        assertThat(first("Colombia").kind()).isEqualTo(PlaceKind.COUNTRY);
        assertThat(first("Latin America").kind()).isEqualTo(PlaceKind.REGION);
    }

    @Test
    void armeniaIsTheColombianCityAndLibanoTheCountry() {
        assertThat(first("Armenia").code()).isEqualTo("63001");
        assertThat(first("Líbano").code()).isEqualTo("LB");
    }

    @Test
    void anAddedPlaceIsFoundBeforeOthersOfItsName() {
        Place vereda = new Place("El Salado", PlaceKind.TOWN, "mine.1", "CO", "Bolívar", 9.57, -75.07, 0);
        assertThat(GAZETTEER.withAdded(List.of(vereda)).listCandidates("el salado"))
                .startsWith(vereda);
    }

    @Test
    void anUnknownNameGivesNothing() {
        assertThat(GAZETTEER.listCandidates("Macondo del Norte")).isEmpty();
    }

    @Property(tries = 300)
    void normalisingTwiceChangesNothing(@ForAll String name) {
        String once = PlaceName.normalise(name);
        assertThat(PlaceName.normalise(once)).isEqualTo(once);
    }

    private static Place first(String name) {
        return GAZETTEER.listCandidates(name).getFirst();
    }
}
