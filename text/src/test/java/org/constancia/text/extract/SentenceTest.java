package org.constancia.text.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.constancia.text.document.TextLayer;
import org.constancia.text.extract.measure.Measurement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Single invented sentences, each with one thing that must be read in it: S speaker and words, E type, victim
/// and doer, A kind of step, F number, C words of a commitment.
class SentenceTest {
    private static final Extractor EXTRACTOR = RuleExtractor.bundled();
    private static final LocalDate PUBLISHED = LocalDate.of(2024, 5, 20);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Dos hombres le dispararon cinco veces, contó un vecino que pidió no ser identificado. | S vecino: Dos hombres le dispararon cinco veces
            “La verdad llegó tarde”, dijo a la prensa Óscar Guerrero, hijo de uno de los concejales asesinados. | S Óscar Guerrero: “La verdad llegó tarde”
            La jueza Nelly Caicedo consideró probado que el exalcalde entregó la lista. | S Nelly Caicedo: el exalcalde entregó la lista
            Habitantes de la vereda El Totumal denunciaron que hombres armados entraron a tres casas. | S Habitantes de la vereda El Totumal: hombres armados entraron a tres casas
            Seven villagers from the Dunmere valley told a court on Monday how soldiers took their sons. | S Seven villagers: how soldiers took their sons
            The 380-page report says guards fired into two locked wings of the prison. | S page report: guards fired into two locked wings of the prison
            The commission found that police had used excessive force against protesters. | S commission: police had used excessive force against protesters
            Desconocidos asesinaron a tiros a la lideresa Marta Ucué, integrante del consejo comunitario. | E killing la lideresa Marta Ucué by
            La periodista Diana Roa denunció que fue amenazada de muerte por un grupo paramilitar. | E threat La periodista Diana Roa by un grupo paramilitar
            Human rights lawyer Zara Quill accused the army of torturing detainees. | E torture detainees by army
            Gunmen shot and killed two farmers outside the village of Orrin on Tuesday. | E killing two farmers by Gunmen
            La Fiscalía acusó a cuatro militares por el homicidio de un campesino en Dabeiba. | A charge
            La Policía detuvo a dos sospechosos por el asesinato de la periodista Olga Sanín. | A arrest
            The appeals court upheld the life sentence of warlord Jonas Kemi. | A appeal-decided
            The death toll rose to 45 on Friday after more bodies were recovered, the governor said. | F 45
            La alcaldesa Nidia Posso se comprometió con las familias a reubicar las viviendas. | C reubicar las viviendas
            """)
    void oneThingIsRead(String sentence, String expected) {
        assertThat(read(sentence)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Un tribunal condenó el lunes al exalcalde Gustavo Rentería a 22 años de cárcel. | S
            No officer has been convicted over the deaths at the prison. | A
            Los acusados se declararon inocentes ante el juez de la ciudad. | A acquittal
            Police arrested 112 protesters in the capital on Sunday, the lawyers said. | A arrest
            There can be no dialogue with those who murder young people in this country. | E
            The attorney general will reopen the case of the students, President Ada Voss announced. | C
            """)
    void nothingOfTheKindIsRead(String sentence, String kind) {
        assertThat(read(sentence)).noneMatch(line -> line.startsWith(kind));
    }

    private static List<String> read(String sentence) {
        TextLayer layer = Measurement.layerOf(sentence);
        Extraction found = EXTRACTOR.extract(layer, PUBLISHED);
        List<String> lines = new ArrayList<>();
        for (Candidate.Statement statement : found.statements()) {
            Speaker speaker = statement.speaker();
            lines.add("S " + (speaker == null ? "" : speaker.name().value()) + ": "
                    + statement.span().of(sentence));
        }
        for (Candidate.Act act : found.acts())
            lines.add("E %s %s by %s"
                    .formatted(act.type(), names(act.victims()), names(act.perpetrators()))
                    .strip());
        found.accountabilityActions().forEach(action -> lines.add("A " + action.kind()));
        found.figures().forEach(figure -> lines.add("F " + figure.number()));
        found.commitments()
                .forEach(commitment -> lines.add("C " + commitment.span().of(sentence)));
        return lines;
    }

    private static String names(List<Slot> slots) {
        return String.join(", ", slots.stream().map(Slot::value).toList());
    }
}
