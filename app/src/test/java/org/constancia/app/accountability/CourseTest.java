package org.constancia.app.accountability;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.constancia.app.accountability.Course.Move;
import org.constancia.core.record.CodeList.Stage;
import org.constancia.store.proceeding.ProceedingRows.OutcomeRow;
import org.constancia.store.proceeding.ProceedingRows.StepRow;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class CourseTest {
    private static final UUID PROCEEDING = new UUID(0, 1);
    private static final LocalDate TODAY = LocalDate.of(2025, 3, 14);

    private final List<StepRow> steps = new ArrayList<>();
    private final List<OutcomeRow> outcomes = new ArrayList<>();

    private Course course() {
        return Course.of(steps, outcomes);
    }

    @Test
    void movesStandInTheOrderOfTheirDates() {
        step("inquiry", "2021-06-03", null);
        step("complaint", "2021-05-12", null);

        assertThat(course().moves()).extracting(Move::stage).containsExactly(Stage.COMPLAINT, Stage.INQUIRY);
        assertThat(course().furthest()).contains(Stage.INQUIRY);
    }

    @Test
    void daysAreCountedFromTheLastMove() {
        step("complaint", "2021-05-12", null);
        step("inquiry", "2021-11-26", null);

        assertThat(course().daysSince(TODAY)).hasValue(1204);
    }

    @Test
    void aMonthIsCountedFromItsMiddle() {
        step("complaint", "2023-05~", null);

        assertThat(course().daysSince(LocalDate.of(2023, 5, 26))).hasValue(10);
    }

    @Test
    void nothingIsCountedWhenItIsOver() {
        step("inquiry", "2021-06-03", null);
        step("archived", "2022-01-10", "no author found");

        assertThat(course().isClosed()).isTrue();
        assertThat(course().daysSince(TODAY)).isEmpty();
        assertThat(course().furthest()).contains(Stage.INQUIRY);
    }

    @Test
    void nothingIsCountedWithoutADate() {
        step("complaint", null, null);

        assertThat(course().daysSince(TODAY)).isEmpty();
        assertThat(course().isClosed()).isFalse();
    }

    @Test
    void anAcquittalClosesAndAnAppealOpensAgain() {
        step("verdict", "2023-02-01", "acquitted");
        outcomes.add(new OutcomeRow(UUID.randomUUID(), PROCEEDING, "acquitted", "2023-02-01", "for want of proof"));
        assertThat(course().isClosed()).isTrue();
        assertThat(course().moves())
                .singleElement()
                .satisfies(move -> assertThat(move.note()).isEqualTo("acquitted · for want of proof"));

        step("appeal", "2023-02-20", null);
        assertThat(course().isClosed()).isFalse();
        assertThat(course().daysSince(LocalDate.of(2023, 3, 2))).hasValue(10);
    }

    @Test
    void aConvictionWithoutAStepReachesTheVerdict() {
        outcomes.add(new OutcomeRow(UUID.randomUUID(), PROCEEDING, "convicted", "2024", "37 years"));

        assertThat(course().furthest()).contains(Stage.VERDICT);
        assertThat(course().isClosed()).isTrue();
    }

    @Test
    void anOrderedReparationIsNotPaid() {
        outcomes.add(new OutcomeRow(UUID.randomUUID(), PROCEEDING, "reparation", "2024-01-01", ""));

        assertThat(course().furthest()).contains(Stage.REPARATION_ORDERED);
        assertThat(course().isClosed()).isFalse();
    }

    @Test
    void aProceedingOfWhichNoStepIsKnownHasNoFurthestStage() {
        assertThat(course().moves()).isEmpty();
        assertThat(course().furthest()).isEmpty();
        assertThat(course().isClosed()).isFalse();
    }

    private void step(String stage, @Nullable String date, @Nullable String decision) {
        steps.add(new StepRow(UUID.randomUUID(), PROCEEDING, stage, date, null, decision));
    }
}
