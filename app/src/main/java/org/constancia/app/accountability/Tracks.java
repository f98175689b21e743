package org.constancia.app.accountability;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.constancia.app.accountability.Course.Move;
import org.constancia.app.record.value.RecordLinks;
import org.constancia.app.record.value.Values;
import org.constancia.app.web.accountability.Track;
import org.constancia.app.web.accountability.Track.State;
import org.constancia.app.web.accountability.Track.Station;
import org.constancia.core.record.CodeList;
import org.constancia.core.record.CodeList.Jurisdiction;
import org.constancia.core.record.CodeList.Stage;
import org.constancia.core.record.EntityId;
import org.constancia.core.record.EntityKind;
import org.constancia.core.record.Property;
import org.constancia.core.vocabulary.PresumedResponsible;
import org.constancia.core.vocabulary.Term;
import org.constancia.store.event.ActRows;
import org.constancia.store.event.ActRows.ActRow;
import org.constancia.store.event.ActRows.InvolvementRow;
import org.constancia.store.proceeding.ProceedingRows;
import org.constancia.store.proceeding.ProceedingRows.OutcomeRow;
import org.constancia.store.proceeding.ProceedingRows.ProceedingRow;
import org.constancia.store.proceeding.ProceedingRows.StepRow;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The accountability tracks of acts, one for each act and accused.
///
/// A proceeding against somebody makes a track of its own for each of its acts, also against somebody whom the record
/// does not accuse. Who is accused and has none gets a track without stations, unless a proceeding about the act is
/// against nobody in particular, which then stands for all. An act of which nobody is accused has one track.
public final class Tracks {
    /// The stages that every proceeding may be expected to reach, shown while they are not.
    private static final List<Stage> EXPECTED =
            List.of(Stage.COMPLAINT, Stage.INQUIRY, Stage.CHARGE, Stage.TRIAL, Stage.VERDICT, Stage.SENTENCE);

    private Tracks() {}

    /// The courses of these acts in three questions: those with a proceeding first, then in the order of the acts.
    public static List<ActCourse> read(JdbcClient jdbc, List<ActRow> acts) {
        Set<UUID> ids = acts.stream().map(ActRow::id).collect(Collectors.toSet());
        List<ProceedingRow> proceedings = ProceedingRows.listOfActs(jdbc, ids);
        List<UUID> known = proceedings.stream().map(ProceedingRow::id).toList();
        Map<UUID, List<StepRow>> steps =
                ProceedingRows.listSteps(jdbc, known).stream().collect(Collectors.groupingBy(StepRow::proceeding));
        Map<UUID, List<OutcomeRow>> outcomes = ProceedingRows.listOutcomes(jdbc, known).stream()
                .collect(Collectors.groupingBy(OutcomeRow::proceeding));
        Map<UUID, Course> courses = new HashMap<>();
        for (UUID proceeding : known) {
            courses.put(
                    proceeding,
                    Course.of(steps.getOrDefault(proceeding, List.of()), outcomes.getOrDefault(proceeding, List.of())));
        }
        Map<UUID, List<InvolvementRow>> involved =
                ActRows.listInvolved(jdbc, ids).stream().collect(Collectors.groupingBy(InvolvementRow::act));
        List<ActCourse> all = new ArrayList<>();
        for (ActRow act : acts) {
            List<ProceedingRow> own = proceedings.stream()
                    .filter(proceeding -> proceeding.acts().contains(act.id()))
                    .toList();
            all.addAll(ofAct(act, own, courses, involved.getOrDefault(act.id(), List.of())));
        }
        List<ActCourse> ordered = new ArrayList<>(
                all.stream().filter(course -> course.proceeding() != null).toList());
        all.stream().filter(course -> course.proceeding() == null).forEach(ordered::add);
        return ordered;
    }

    private static List<ActCourse> ofAct(
            ActRow act, List<ProceedingRow> proceedings, Map<UUID, Course> courses, List<InvolvementRow> involved) {
        List<ActCourse> tracks = new ArrayList<>();
        boolean againstNobody = false;
        Set<UUID> prosecuted = new HashSet<>();
        for (ProceedingRow proceeding : proceedings) {
            if (proceeding.accused() == null) againstNobody = true;
            else prosecuted.add(proceeding.accused());
            Course course = Objects.requireNonNull(courses.get(proceeding.id()));
            tracks.add(new ActCourse(
                    act,
                    proceeding.accused(),
                    proceeding.accused() == null ? null : name(proceeding.accusedName()),
                    responsibleOf(proceeding.accused(), involved),
                    proceeding,
                    course));
        }
        if (againstNobody) return tracks;
        Course none = Course.of(List.of(), List.of());
        for (InvolvementRow one : involved) {
            if (one.perpetrator() != null && prosecuted.contains(one.perpetrator())) continue;
            tracks.add(new ActCourse(act, one.perpetrator(), accusedName(one), one.responsible(), null, none));
        }
        if (tracks.isEmpty()) tracks.add(new ActCourse(act, null, null, null, null, none));
        return tracks;
    }

    private static @Nullable String responsibleOf(@Nullable UUID accused, List<InvolvementRow> involved) {
        return involved.stream()
                .filter(one -> accused != null && accused.equals(one.perpetrator()))
                .map(InvolvementRow::responsible)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /// The name of somebody accused; null for a code that says nobody knows.
    public static @Nullable String accusedName(InvolvementRow involvement) {
        if (involvement.perpetrator() != null) return name(involvement.perpetratorName());
        String code = involvement.responsible();
        if (code == null || code.equals(PresumedResponsible.NO_INFORMATION)) return null;
        return PresumedResponsible.shipped().find(code).map(Term::label).orElse(code);
    }

    private static String name(@Nullable String name) {
        return name == null || name.isBlank() ? RecordLinks.NO_NAME : name;
    }

    /// The tracks as pages show them, with the statements behind every station.
    ///
    /// @param today the day to which the days since the last move are counted
    public static List<Track> show(JdbcClient jdbc, Collection<ActCourse> courses, LocalDate today) {
        Values values = Values.read(
                jdbc,
                courses.stream()
                        .flatMap(course -> course.course().moves().stream())
                        .map(Move::statedIn)
                        .toList());
        return courses.stream().map(course -> show(course, values, today)).toList();
    }

    private static Track show(ActCourse shown, Values values, LocalDate today) {
        @Nullable ProceedingRow proceeding = shown.proceeding();
        Course course = shown.course();
        var lastMoved = course.lastMoved();
        var days = course.daysSince(today);
        return new Track(
                RecordLinks.act(
                        shown.act().event(), shown.act().id(), shown.act().victimName()),
                String.join(" · ", shown.act().categories()),
                shown.accusedName(),
                proceeding == null || proceeding.jurisdiction() == null
                        ? null
                        : CodeList.member(Jurisdiction.class, proceeding.jurisdiction()),
                proceeding == null || proceeding.body() == null ? "" : proceeding.body(),
                proceeding == null || proceeding.radicado() == null ? "" : proceeding.radicado(),
                proceeding == null ? List.of() : stations(course, values),
                lastMoved.orElse(null),
                days.isPresent() ? days.getAsLong() : null,
                lastMoved
                        .map(when -> when.isApproximate() || !when.earliest().equals(when.latest()))
                        .orElse(false));
    }

    /// The moves made, the last one open while the proceeding goes on, then the stages not reached.
    private static List<Station> stations(Course course, Values values) {
        List<Station> stations = new ArrayList<>();
        List<Move> moves = course.moves();
        for (int i = 0; i < moves.size(); i++) {
            Move move = moves.get(i);
            boolean open = i == moves.size() - 1 && !course.isClosed();
            stations.add(new Station(
                    move.stage(),
                    open ? State.OPEN : State.DONE,
                    move.when(),
                    move.note(),
                    values.find(move.statedIn(), stated(move)).orElse(null)));
        }
        if (course.isClosed()) return stations;
        for (Stage stage : EXPECTED) {
            if (course.furthest().isEmpty() || stage.compareTo(course.furthest().get()) > 0) {
                stations.add(new Station(stage, State.NOT_REACHED, null, "", null));
            }
        }
        return stations;
    }

    private static Property stated(Move move) {
        return move.statedIn().kind() == EntityKind.OUTCOME ? Property.OUTCOME_KIND : Property.STEP_STAGE;
    }

    /// How many of the acts have no known proceeding.
    public static int withoutProceeding(Collection<ActCourse> courses) {
        Set<EntityId> with = new HashSet<>();
        Set<EntityId> all = new HashSet<>();
        for (ActCourse course : courses) {
            EntityId act = new EntityId(EntityKind.ACT, course.act().id());
            all.add(act);
            if (course.proceeding() != null) with.add(act);
        }
        return all.size() - with.size();
    }
}
