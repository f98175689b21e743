package org.constancia.app.accountability;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.constancia.core.record.CodeList;
import org.constancia.core.record.CodeList.OutcomeKind;
import org.constancia.core.record.CodeList.Stage;
import org.constancia.core.record.EntityId;
import org.constancia.core.record.EntityKind;
import org.constancia.core.time.PartialDate;
import org.constancia.store.proceeding.ProceedingRows.OutcomeRow;
import org.constancia.store.proceeding.ProceedingRows.StepRow;
import org.jspecify.annotations.Nullable;

/// How one proceeding went so far: its moves in their order, and whether it is over.
///
/// A proceeding is over when its last move is a sentence, a payment, its archiving or a preclusion, or when it came to
/// an outcome and no appeal followed.
public final class Course {
    /// The stages from complaint to paid reparation, each further than the one before. Archiving and preclusion end a
    /// proceeding; they lead no further.
    private static final Set<Stage> LADDER = EnumSet.range(Stage.COMPLAINT, Stage.REPARATION_PAID);

    private static final Set<Stage> CLOSING =
            EnumSet.of(Stage.SENTENCE, Stage.REPARATION_PAID, Stage.ARCHIVED, Stage.PRECLUDED);

    /// A step, or an outcome with the stage it implies.
    ///
    /// @param statedIn the step or outcome that the statements are about
    /// @param note the decision or the sentence, in the words of the record; empty when there is none
    public record Move(Stage stage, @Nullable PartialDate when, String note, EntityId statedIn, boolean closes) {}

    private final List<Move> moves;
    private final boolean convicted;

    private Course(List<Move> moves, boolean convicted) {
        this.moves = moves;
        this.convicted = convicted;
    }

    /// @param steps of one proceeding; those whose stage nobody states are no moves
    /// @param outcomes of the same proceeding
    public static Course of(List<StepRow> steps, List<OutcomeRow> outcomes) {
        Set<Stage> stepped = EnumSet.noneOf(Stage.class);
        List<Move> moves = new ArrayList<>();
        for (StepRow step : steps) {
            if (step.stage() == null) continue;
            Stage stage = CodeList.member(Stage.class, step.stage());
            stepped.add(stage);
            moves.add(move(stage, step.date(), step.decision(), EntityKind.STEP, step.id(), CLOSING.contains(stage)));
        }
        for (OutcomeRow outcome : outcomes) {
            if (outcome.kind() == null) continue;
            OutcomeKind kind = CodeList.member(OutcomeKind.class, outcome.kind());
            implied(kind)
                    .map(stage -> move(
                            stage,
                            outcome.date(),
                            outcome.sentence(),
                            EntityKind.OUTCOME,
                            outcome.id(),
                            kind != OutcomeKind.REPARATION))
                    .ifPresent(moves::add);
        }
        moves.sort(Comparator.comparing(Move::when, Comparator.nullsLast(Comparator.<PartialDate>naturalOrder()))
                .thenComparing(Move::stage));
        boolean convicted = outcomes.stream()
                .anyMatch(outcome -> CodeList.code(OutcomeKind.CONVICTED).equals(outcome.kind()));
        return new Course(withoutRepeated(moves, stepped), convicted);
    }

    /// The course as far as it had come by a day: without moves dated later, and without undated ones.
    public Course until(LocalDate day) {
        List<Move> made = moves.stream()
                .filter(move -> move.when() != null
                        && move.when()
                                .earliest()
                                .filter(first -> !first.isAfter(day))
                                .isPresent())
                .toList();
        boolean judged =
                made.stream().anyMatch(move -> move.stage() == Stage.VERDICT || move.stage() == Stage.SENTENCE);
        return new Course(made, convicted && judged);
    }

    /// Whether somebody was convicted, in whatever instance.
    public boolean isConvicted() {
        return convicted;
    }

    private static Move move(
            Stage stage, @Nullable String date, @Nullable String note, EntityKind kind, UUID id, boolean closes) {
        return new Move(
                stage,
                date == null ? null : PartialDate.find(date).orElse(null),
                note == null ? "" : note,
                new EntityId(kind, id),
                closes);
    }

    /// What an outcome says was reached.
    private static Optional<Stage> implied(OutcomeKind kind) {
        return switch (kind) {
            case CONVICTED, ACQUITTED, SANCTIONED -> Optional.of(Stage.VERDICT);
            case DISMISSED -> Optional.of(Stage.ARCHIVED);
            case REPARATION -> Optional.of(Stage.REPARATION_ORDERED);
            case OTHER -> Optional.empty();
        };
    }

    /// An outcome beside the step that led to it is one move: the step keeps its date, takes the outcome's words and
    /// closes as the outcome does.
    private static List<Move> withoutRepeated(List<Move> moves, Set<Stage> stepped) {
        List<Move> kept = new ArrayList<>();
        for (Move move : moves) {
            boolean outcome = move.statedIn().kind() == EntityKind.OUTCOME;
            if (outcome && stepped.contains(move.stage())) continue;
            List<Move> told = outcome ? List.of() : outcomesOf(moves, move.stage());
            String note = Stream.concat(Stream.of(move.note()), told.stream().map(Move::note))
                    .filter(words -> !words.isBlank())
                    .distinct()
                    .reduce((one, other) -> one + " · " + other)
                    .orElse("");
            kept.add(new Move(
                    move.stage(),
                    move.when(),
                    note,
                    move.statedIn(),
                    move.closes() || told.stream().anyMatch(Move::closes)));
        }
        return List.copyOf(kept);
    }

    private static List<Move> outcomesOf(List<Move> moves, Stage stage) {
        return moves.stream()
                .filter(move -> move.statedIn().kind() == EntityKind.OUTCOME && move.stage() == stage)
                .toList();
    }

    /// The moves, the earliest first, the undated ones last.
    public List<Move> moves() {
        return moves;
    }

    /// The furthest stage reached; empty while no stage is recorded.
    public Optional<Stage> furthest() {
        return moves.stream().map(Move::stage).filter(LADDER::contains).max(Comparator.naturalOrder());
    }

    public boolean isClosed() {
        return !moves.isEmpty() && moves.getLast().closes();
    }

    /// The date of the last move that has one.
    public Optional<PartialDate> lastMoved() {
        return moves.stream()
                .map(Move::when)
                .filter(when -> when != null && middle(when).isPresent())
                .map(PartialDate.class::cast)
                .max(Comparator.comparing(when -> middle(when).orElse(LocalDate.MIN)));
    }

    /// Whole days from the last move to a day; a move known to a month or a year is counted from its middle. Empty when
    /// the proceeding is over or no move is dated.
    public OptionalLong daysSince(LocalDate today) {
        Optional<LocalDate> last = lastMoved().flatMap(Course::middle);
        return isClosed() || last.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(Math.max(0, ChronoUnit.DAYS.between(last.get(), today)));
    }

    private static Optional<LocalDate> middle(PartialDate when) {
        Optional<LocalDate> earliest = when.earliest();
        Optional<LocalDate> latest = when.latest();
        if (earliest.isEmpty() || latest.isEmpty()) return earliest.or(() -> latest);
        return Optional.of(earliest.get().plusDays(ChronoUnit.DAYS.between(earliest.get(), latest.get()) / 2));
    }
}
