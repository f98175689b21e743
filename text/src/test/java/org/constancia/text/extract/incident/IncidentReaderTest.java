package org.constancia.text.extract.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.constancia.text.clean.Block;
import org.constancia.text.document.TextLayer;
import org.junit.jupiter.api.Test;

/// Invented reports; nobody in them lived.
class IncidentReaderTest {
    private static final IncidentReader READER = IncidentReader.bundled();

    @Test
    void victimOfAPassive() {
        String text =
                "authorities reported that union leader ramiro pinzon salcedo was murdered today in the city by three gunmen.";
        Incident incident = only(text);
        assertThat(incident.type()).isEqualTo(IncidentType.ATTACK);
        assertThat(words(incident, IncidentSlot.VICTIM, text)).containsExactly("ramiro pinzon salcedo");
    }

    @Test
    void victimOfANoun() {
        String text =
                "the bishop condemned the murder of peasant leader octavio bedoya lugo, which took place on 3 march.";
        assertThat(words(only(text), IncidentSlot.VICTIM, text)).containsExactly("octavio bedoya lugo");
    }

    @Test
    void bombAndWhatItHit() {
        String text =
                "a powerful bomb exploded last night in front of the bank branch office.  the bomb destroyed the building.";
        Incident incident = only(text);
        assertThat(incident.type()).isEqualTo(IncidentType.BOMBING);
        assertThat(words(incident, IncidentSlot.WEAPON, text)).contains("powerful bomb");
    }

    @Test
    void capitalsDoNotCount() {
        String text = "AUTHORITIES REPORTED THAT MAYOR RAMIRO PINZON SALCEDO WAS KIDNAPPED TODAY BY GUERRILLAS.";
        Incident incident = only(text);
        assertThat(incident.type()).isEqualTo(IncidentType.KIDNAPPING);
        assertThat(words(incident, IncidentSlot.VICTIM, text)).containsExactly("RAMIRO PINZON SALCEDO");
    }

    @Test
    void noIncidentInOtherNews() {
        assertThat(READER.read(layer("the minister met with exporters today and discussed the price of coffee.")))
                .isEmpty();
    }

    @Test
    void everyFillerStandsInTheText() {
        String text = "guerrillas of the eln kidnapped engineer pablo cardona and set fire to two buses near the town.";
        for (Incident incident : READER.read(layer(text)))
            incident.slots()
                    .values()
                    .forEach(spans ->
                            spans.forEach(span -> assertThat(span.of(text)).isNotBlank()));
    }

    private static Incident only(String text) {
        List<Incident> incidents = READER.read(layer(text));
        assertThat(incidents).hasSize(1);
        return incidents.getFirst();
    }

    private static List<String> words(Incident incident, IncidentSlot slot, String text) {
        return incident.fillers(slot).stream().map(span -> span.of(text)).toList();
    }

    private static TextLayer layer(String text) {
        return new TextLayer(text, "en", null, null, null, List.of(Block.body(0, text.length())), List.of());
    }
}
