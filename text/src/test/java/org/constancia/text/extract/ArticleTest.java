package org.constancia.text.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Objects;
import org.constancia.text.extract.Candidate.Scope;
import org.constancia.text.extract.measure.Measurement;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// One invented news text with the traps of the field: a speaker who is not the article's subject, a toll with a bound,
/// an allegation that covers only part of it, a quotation without cue, and no day of publication.
class ArticleTest {
    private static final Extractor EXTRACTOR = RuleExtractor.bundled();
    private static final String TEXT = """
            Accountability for abuses committed during Colombia’s long conflict is critical, according to UN High Commissioner Helena Brandt, who visited the country on Wednesday.

            “Accountability means truth for every family of the disappeared,” Brandt said.

            “Ending impunity is the best way to prevent more abuses.”

            At least 31 people were killed in connection with protests against President Óscar Villamil’s reforms earlier this year, with many deaths blamed on excessive use of force by police.

            Human rights groups had urged Brandt to press Villamil on policing, as well as growing violence by armed groups.

            During joint comments to journalists, Villamil repeated a frequent refrain, saying his government has a zero tolerance policy for police abuse but also will not stand for violence against security forces.

            Colombia has seen thousands of migrants stranded at its border.
            """;
    private static final Extraction FOUND = EXTRACTOR.extract(Measurement.layerOf(TEXT), null);

    @Test
    void everyStatementHasItsSpeaker() {
        assertThat(FOUND.statements())
                .extracting(statement -> present(statement.speaker()).name().value())
                .containsExactly(
                        "Helena Brandt", "Helena Brandt", "Helena Brandt", "Human rights groups", "Óscar Villamil");
    }

    @Test
    void theRoleComesFromTheFirstFullMention() {
        assertThat(present(present(FOUND.statements().get(1).speaker()).role()).value())
                .isEqualTo("UN High Commissioner");
    }

    @Test
    void aQuotationWithoutCueGoesOnWithTheLastSpeakerAndSaysSo() {
        assertThat(FOUND.statements())
                .extracting(Candidate.Statement::implicit)
                .containsExactly(false, false, true, false, false);
    }

    @Test
    void zeroToleranceIsThePresidentsCommitmentWithItsContrast() {
        assertThat(FOUND.commitments()).singleElement().satisfies(commitment -> {
            assertThat(commitment.by().name().value()).isEqualTo("Óscar Villamil");
            assertThat(commitment.span().of(TEXT))
                    .isEqualTo("his government has a zero tolerance policy for police abuse");
            assertThat(present(commitment.contrast()).value()).startsWith("will not stand for violence");
        });
    }

    @Test
    void theTollIsALowerBound() {
        Candidate.Figure toll = FOUND.figures().getFirst();
        assertThat(toll.number()).isEqualTo(31);
        assertThat(toll.bound()).isEqualTo(Bound.AT_LEAST);
        assertThat(toll.span().of(TEXT)).isEqualTo("At least 31 people");
    }

    @Test
    void thePoliceAreAllegedToHaveCausedManyDeathsNotAll() {
        Candidate.Act killed = FOUND.acts().stream()
                .filter(act -> act.type().equals("killing"))
                .findFirst()
                .orElseThrow();
        assertThat(killed.perpetrators()).isEmpty();
        assertThat(killed.scope()).isEqualTo(Scope.AGGREGATE);
        Candidate.Act force = FOUND.acts().stream()
                .filter(act -> act.type().equals("excessive-force"))
                .findFirst()
                .orElseThrow();
        assertThat(force.perpetrators()).extracting(Slot::value).containsExactly("police");
        assertThat(force.victims()).extracting(Slot::value).containsExactly("many deaths");
        assertThat(force.modality()).isEqualTo(Modality.ALLEGED);
    }

    @Test
    void whereTheSentenceNamesNoPlaceTheCountryIsInferredAndSaysSo() {
        Candidate.Act killed = FOUND.acts().stream()
                .filter(act -> act.type().equals("killing"))
                .findFirst()
                .orElseThrow();
        assertThat(present(killed.place()).isInferred()).isTrue();
        assertThat(killed.where()).extracting(place -> place.code()).containsExactly("CO");
    }

    @Test
    void aCallForAccountabilityIsNoStepOfAccountability() {
        assertThat(FOUND.accountabilityActions()).isEmpty();
    }

    @Test
    void whatGroupsUrgeIsADemand() {
        assertThat(FOUND.demands())
                .extracting(demand -> demand.by().name().value())
                .contains("Human rights groups");
    }

    @Test
    void withoutADayOfPublicationRelativeDatesStayOpen() {
        assertThat(FOUND.dates())
                .extracting(date -> date.words().value())
                .containsExactly("Wednesday", "earlier this year");
        assertThat(FOUND.dates()).allSatisfy(date -> assertThat(date.resolved()).isNull());
    }

    @Test
    void withADayOfPublicationTheyLieBeforeIt() {
        Extraction dated = EXTRACTOR.extract(Measurement.layerOf(TEXT), LocalDate.of(2023, 10, 20));
        assertThat(dated.dates())
                .extracting(date -> present(date.resolved()).edtf())
                .containsExactly("2023-10-18", "2023-01-01/2023-10-20");
    }

    @Test
    void theSameTextGivesTheSameCandidates() {
        assertThat(EXTRACTOR.extract(Measurement.layerOf(TEXT), null)).isEqualTo(FOUND);
    }

    @Test
    void spanishWorksTheSameWay() {
        String text = """
                Bogotá, 21 de octubre de 2021. Al menos 31 personas murieron durante las protestas contra el presidente Óscar Villamil a principios de este año, según la organización Faro. El ministro de Defensa, Darío Molina, dijo el miércoles que el Gobierno tiene una política de «cero tolerancia» frente a los abusos policiales.

                «No vamos a permitir la impunidad», afirmó Molina en una rueda de prensa. La Fiscalía General abrió una investigación contra tres policías por el homicidio de Lucas Vargas en Pereira el 5 de mayo.

                La familia de María Elena Rincón, desaparecida el 14 de marzo en Buenaventura, denunció amenazas de las Autodefensas Unidas. “Queremos saber dónde está mi hija”, señaló su madre, Rosa Rincón.
                """;
        Extraction found = EXTRACTOR.extract(Measurement.layerOf(text), null);
        assertThat(found.statements())
                .extracting(statement -> present(statement.speaker()).name().value())
                .containsExactly(
                        "Faro", "Darío Molina", "Darío Molina", "familia de María Elena Rincón", "Rosa Rincón");
        assertThat(found.commitments())
                .extracting(commitment -> commitment.by().name().value())
                .containsExactly("Darío Molina");
        assertThat(found.accountabilityActions()).singleElement().satisfies(action -> {
            assertThat(action.kind()).isEqualTo("investigation-opened");
            assertThat(present(action.body()).value()).isEqualTo("Fiscalía General");
            assertThat(present(action.accused()).value()).isEqualTo("tres policías");
            assertThat(action.date()).as("the day is that of the homicide").isNull();
        });
        assertThat(found.dates())
                .extracting(date -> present(date.resolved()).edtf())
                .contains("2021-10-20", "2021-03-14", "2021-05-05");
        Candidate.Act homicide = found.acts().stream()
                .filter(act -> act.trigger().value().equals("homicidio"))
                .findFirst()
                .orElseThrow();
        assertThat(homicide.victims()).extracting(Slot::value).containsExactly("Lucas Vargas");
        assertThat(homicide.perpetrators()).extracting(Slot::value).containsExactly("tres policías");
        assertThat(homicide.modality()).isEqualTo(Modality.ALLEGED);
        assertThat(found.figures()).extracting(Candidate.Figure::number).containsExactly(31L);
        assertThat(found.places())
                .extracting(place -> place.places().getFirst().code())
                .contains("76109", "66001");
    }

    private static <T> T present(@Nullable T value) {
        assertThat(value).isNotNull();
        return Objects.requireNonNull(value);
    }
}
