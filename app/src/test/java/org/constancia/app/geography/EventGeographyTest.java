package org.constancia.app.geography;

import static org.assertj.core.api.Assertions.assertThat;

import org.constancia.app.record.InventedRecord;
import org.constancia.app.web.geography.MapPage;
import org.constancia.app.web.geography.TimelinePage;
import org.constancia.core.record.CodeList.PlacePrecision;
import org.constancia.core.record.EntityId;
import org.constancia.store.postgres.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class EventGeographyTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private static EventGeography geography;

    @BeforeAll
    static void write() {
        InventedRecord record = new InventedRecord(database);
        geography = new EventGeography(record.records(), record.session(), InventedRecord.places());
        record.write(writing -> {
            EntityId colombia = record.place(writing, "Colombia", "CO", "country");
            EntityId soacha = record.place(writing, "Soacha", "25754", "municipality");
            EntityId soachaAgain = record.place(writing, "Soacha", "25754", "municipality");
            record.event(writing, "C", "2021-05", soacha);
            record.event(writing, "B", "2021", soachaAgain);
            record.event(writing, "A", "2020-12-31", colombia);
            return record.event(writing, "Nobody knows when", "XXXX-03-14", null);
        });
    }

    @Test
    void aPlaceIsOneSpotHoweverOftenItWasRecorded() {
        MapPage map = geography.map();

        assertThat(map.spots()).hasSize(2);
        assertThat(map.without()).isEqualTo(1);
        assertThat(map.spots())
                .filteredOn(spot -> spot.place().path().equals("Soacha, Cundinamarca, Colombia"))
                .singleElement()
                .satisfies(spot -> assertThat(spot.events()).hasSize(2));
    }

    @Test
    void whatIsKnownToTheCountryStaysAtTheCountry() {
        assertThat(geography.map().spots())
                .filteredOn(spot -> spot.place().path().equals("Colombia"))
                .singleElement()
                .satisfies(spot -> {
                    assertThat(spot.place().precision()).isEqualTo(PlacePrecision.COUNTRY);
                    assertThat(spot.place().latitude()).isNull();
                    assertThat(spot.place().divipola()).isNull();
                });
    }

    @Test
    void theTimelineRunsFromTheEarliestToTheUndated() {
        assertThat(geography.timeline().entries())
                .extracting((TimelinePage.Entry entry) -> entry.event().text())
                .containsExactly("A", "B", "C", "Nobody knows when");
    }
}
