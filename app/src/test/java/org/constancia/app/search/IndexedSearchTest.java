package org.constancia.app.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.constancia.app.record.InventedRecord;
import org.constancia.app.record.InventedRecord.Quoted;
import org.constancia.app.web.page.Duplicate;
import org.constancia.app.web.search.Pick;
import org.constancia.app.web.search.SearchPage.Hit;
import org.constancia.app.web.search.SearchPage.Kind;
import org.constancia.app.web.search.SearchPage.Run;
import org.constancia.core.record.EntityId;
import org.constancia.core.record.Property;
import org.constancia.store.postgres.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class IndexedSearchTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private static IndexedSearch search;

    @BeforeAll
    static void write() {
        InventedRecord record = new InventedRecord(database);
        search = new IndexedSearch(record.records(), record.session());
        record.write(writing -> {
            Quoted source = record.source(
                    writing, "Radio La Ceiba", "2021-06-02", null, "Los vecinos denunciaron amenazas en el barrio.");
            EntityId soacha = record.place(writing, "Soacha", "25754", "municipality");
            EntityId bogota = record.place(writing, "Bogotá", "11001", "municipality");
            EntityId killing = record.event(writing, "Caso de la estación La Cascada", "2021-03-14", soacha);
            record.state(
                    writing, killing, Property.EVENT_SUMMARY, "Un joven fue baleado cerca de la estación de buses.");
            EntityId earlier = record.event(writing, "Caso de San Humberto", "2019-08", soacha);
            EntityId protest = record.event(writing, "Protesta en la plaza", "2021-05-05", bogota);
            record.act(writing, killing, record.person(writing, "Julián Andrés Marín"), "A10", null, source);
            record.act(writing, earlier, record.person(writing, "Julieta Marín"), "D701", null, source);
            record.act(writing, protest, record.person(writing, "Óscar Prieto"), "A14", null, source);
            record.group(writing, "Corporación Ribera", null);
            record.event(
                    writing,
                    "Reunión en la localidad",
                    "2020-02",
                    record.place(writing, "Kennedy", "1100108", "locality"));
            return killing;
        });
    }

    private static List<String> found(String query) {
        return search.search(query, null).hits().stream()
                .filter(hit -> !hit.similar())
                .map(hit -> hit.link().text())
                .toList();
    }

    @Test
    void plainWordsFindWhatIsCodedUnderAnOfficialLabel() {
        assertThat(found("homicidio soacha 2021")).containsExactly("Caso de la estación La Cascada");
        assertThat(found("homicidio soacha")).contains("Caso de la estación La Cascada", "Caso de San Humberto");
    }

    @Test
    void englishWordsFindItToo() {
        assertThat(found("murder Soacha 2021")).containsExactly("Caso de la estación La Cascada");
    }

    @Test
    void accentsDoNotCount() {
        assertThat(found("bogota")).contains("Protesta en la plaza", "Bogotá");
        assertThat(found("BOGOTÁ")).contains("Protesta en la plaza");
        assertThat(found("julian marin")).contains("Julián Andrés Marín", "Caso de la estación La Cascada");
    }

    @Test
    void whatHappenedInAPlaceIsFoundByTheDepartmentAndTheCountryAroundIt() {
        assertThat(found("cundinamarca"))
                .contains("Caso de la estación La Cascada", "Caso de San Humberto")
                .doesNotContain("Protesta en la plaza", "Reunión en la localidad");
        assertThat(found("homicidio cundinamarca 2021")).containsExactly("Caso de la estación La Cascada");
        assertThat(found("colombia")).contains("Caso de la estación La Cascada", "Protesta en la plaza");
    }

    @Test
    void whatHappenedInALocalityIsFoundByItsMunicipality() {
        assertThat(found("bogota")).contains("Reunión en la localidad");
    }

    @Test
    void aNameSpeltOtherwiseIsFoundAsSimilar() {
        assertThat(search.search("Yulian Andres Marin", Kind.PERSON).hits()).anySatisfy(hit -> {
            assertThat(hit.link().text()).isEqualTo("Julián Andrés Marín");
            assertThat(hit.similar()).isTrue();
        });
    }

    @Test
    void theWordsOfASourceAreFoundAndMarkedInTheExcerpt() {
        Hit hit = search.search("amenaza", Kind.SOURCE).hits().getFirst();

        assertThat(hit.link().text()).isEqualTo("Radio La Ceiba, 2021-06-02");
        assertThat(hit.excerpt()).filteredOn(Run::hit).extracting(Run::text).containsExactly("amenazas");
        assertThat(hit.when()).isNotNull();
    }

    @Test
    void aKindNarrowsTheSearch() {
        assertThat(search.search("marin", Kind.PERSON).hits())
                .allSatisfy(hit -> assertThat(hit.kind()).isEqualTo(Kind.PERSON));
        assertThat(search.search("marin", Kind.GROUP).total()).isZero();
    }

    @Test
    void anythingCanBeTypedWithoutBreakingTheSearch() {
        for (String query : List.of("'", "\"", "& | !", "a:*", "((", "%_\\", "  ", "-", "2021-05")) {
            assertThat(search.search(query, null).hits()).isNotNull();
            assertThat(search.pick(query, Kind.EVENT)).isNotNull();
        }
    }

    @Test
    void whileTypingPartsOfNamesAreFound() {
        assertThat(search.pick("casca", Kind.EVENT)).extracting(Pick::label).contains("Caso de la estación La Cascada");
        assertThat(search.pick("juli", Kind.PERSON))
                .extracting(Pick::label)
                .containsExactlyInAnyOrder("Julián Andrés Marín", "Julieta Marín");
        assertThat(search.pick("ribera", Kind.GROUP)).extracting(Pick::label).containsExactly("Corporación Ribera");
        assertThat(search.pick("bogo", Kind.PLACE)).extracting(Pick::label).containsExactly("Bogotá");
    }

    @Test
    void thePickerTellsPeopleApartByDateAndPlace() {
        assertThat(search.pick("casca", Kind.EVENT).getFirst().detail()).isEqualTo("2021-03-14 · Soacha");
        assertThat(search.pick("julian", Kind.PERSON).getFirst().detail()).isEqualTo("Soacha");
    }

    @Test
    void somebodyOfASimilarNameIsShownBeforeANewPersonIsMade() {
        assertThat(search.listDuplicates(Kind.PERSON, "Julian A. Marin", "", ""))
                .extracting(duplicate -> duplicate.link().text())
                .startsWith("Julián Andrés Marín")
                .doesNotContain("Óscar Prieto");
    }

    @Test
    void theSamePlaceAndDayCountAsMuchAsTheTitle() {
        List<Duplicate> duplicates =
                search.listDuplicates(Kind.EVENT, "Joven muerto, estación La Cascada", "2021-03", "Soacha");

        assertThat(duplicates)
                .extracting(duplicate -> duplicate.link().text())
                .startsWith("Caso de la estación La Cascada")
                .doesNotContain("Protesta en la plaza");
    }

    @Test
    void anotherYearSpeaksAgainstIt() {
        assertThat(search.listDuplicates(Kind.EVENT, "Caso de San Humberto", "2003", ""))
                .extracting(duplicate -> duplicate.link().text())
                .containsExactly("Caso de San Humberto");
        assertThat(search.listDuplicates(Kind.EVENT, "San Humberto", "2003", ""))
                .isEmpty();
    }

    @Test
    void anotherCollectionIsNotSearched() {
        InventedRecord other = new InventedRecord(database);

        assertThat(new IndexedSearch(other.records(), other.session())
                        .search("soacha", null)
                        .total())
                .isZero();
    }
}
