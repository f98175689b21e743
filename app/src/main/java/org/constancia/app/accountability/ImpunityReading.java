package org.constancia.app.accountability;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.constancia.app.accountability.Indicators.Definition;
import org.constancia.app.accountability.Indicators.Unit;
import org.constancia.app.record.Commitments;
import org.constancia.app.record.Sayings;
import org.constancia.app.record.value.Values;
import org.constancia.app.web.accountability.Accountability;
import org.constancia.app.web.accountability.AccountabilityPage;
import org.constancia.app.web.accountability.AccountabilityPage.Durations;
import org.constancia.app.web.accountability.AccountabilityPage.StageCount;
import org.constancia.app.web.accountability.AccountabilityQuery;
import org.constancia.app.web.accountability.CommitmentsPage;
import org.constancia.app.web.record.EventsPage;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.core.record.CodeList.CommitmentStatus;
import org.constancia.core.record.CodeList.Stage;
import org.constancia.core.record.EntityId;
import org.constancia.core.record.EntityKind;
import org.constancia.core.record.Property;
import org.constancia.core.time.PartialDate;
import org.constancia.core.vocabulary.CinepCategories;
import org.constancia.core.vocabulary.PresumedResponsible;
import org.constancia.core.vocabulary.Term;
import org.constancia.store.event.ActRows;
import org.constancia.store.event.ActSelection;
import org.constancia.store.event.SayingRows;
import org.constancia.store.record.Records;
import org.constancia.store.record.Session;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What was done about the violations: indicators with the list behind every number, tracks, durations, commitments.
public final class ImpunityReading implements Accountability {
    private static final int STALLED_DAYS = 365;
    private static final int TRACKS_SHOWN = 20;
    private static final int LIST_PAGE = 50;
    private static final double DAYS_A_MONTH = 365.25 / 12;
    private static final List<Integer> MONTHS = List.of(0, 3, 6, 12, 18, 24, 36, 48, 60);

    private final Records records;
    private final Supplier<Session> session;
    private final Clock clock;
    private final String address;

    /// @param address of the page, under which the lists are
    public ImpunityReading(Records records, Supplier<Session> session, Clock clock, String address) {
        this.records = records;
        this.session = session;
        this.clock = clock;
        this.address = address;
    }

    @Override
    public AccountabilityPage accountability(AccountabilityQuery query) {
        LocalDate knownOn = knownOn(query);
        return records.read(session.get(), jdbc -> {
            List<ActCourse> courses = select(jdbc, query);
            Indicators indicators =
                    new Indicators(courses.stream().map(ImpunityReading::unit).toList());
            String filter = filter(query);
            List<ActCourse> stalled =
                    courses.stream().filter(isStalled(knownOn)).toList();
            List<ActCourse> shown = courses.stream()
                    .filter(course -> course.proceeding() != null)
                    .limit(TRACKS_SHOWN)
                    .toList();
            return new AccountabilityPage(
                    query,
                    knownOn,
                    indicators.all(),
                    behind("all", filter),
                    definitions(indicators, filter),
                    reached(indicators, filter),
                    furthest(indicators, filter),
                    Tracks.show(jdbc, shown, knownOn),
                    courses.size(),
                    stalled.size(),
                    behind("stalled", filter),
                    STALLED_DAYS,
                    durations(courses, knownOn).orElse(null));
        });
    }

    private List<AccountabilityPage.Definition> definitions(Indicators indicators, String filter) {
        List<AccountabilityPage.Definition> definitions = new ArrayList<>();
        for (Definition definition : Definition.values()) {
            definitions.add(new AccountabilityPage.Definition(
                    definition.code(),
                    indicators.count(definition),
                    behind(definition.code(), filter),
                    indicators.all(),
                    behind("all", filter)));
        }
        return definitions;
    }

    private List<StageCount> reached(Indicators indicators, String filter) {
        Map<Stage, Long> reached = indicators.reached();
        List<StageCount> counts = new ArrayList<>();
        reached.forEach((stage, count) ->
                counts.add(new StageCount(stage, count, behind("stage-" + code(stage), filter))));
        return counts;
    }

    private List<StageCount> furthest(Indicators indicators, String filter) {
        return indicators.furthest().stream()
                .map(one -> new StageCount(
                        one.stage(),
                        one.count(),
                        behind("furthest-" + (one.stage() == null ? "none" : code(one.stage())), filter)))
                .toList();
    }

    @Override
    public EventsPage listBehind(String number, AccountabilityQuery query, int page) {
        Predicate<ActCourse> counted = counted(number, knownOn(query));
        return records.read(session.get(), jdbc -> {
            List<ActCourse> found = select(jdbc, query).stream().filter(counted).toList();
            int pages = Math.max(1, (found.size() + LIST_PAGE - 1) / LIST_PAGE);
            List<EventsPage.Row> rows = Tracks.show(
                            jdbc,
                            found.stream()
                                    .skip((long) (page - 1) * LIST_PAGE)
                                    .limit(LIST_PAGE)
                                    .toList(),
                            knownOn(query))
                    .stream()
                    .map(track -> new EventsPage.Row(
                            track.act(),
                            track.category(),
                            track.lastMoved(),
                            "",
                            track.accused() == null ? "" : track.accused(),
                            false,
                            0,
                            0))
                    .toList();
            return new EventsPage(number, rows, found.size(), page, pages, behind(number, filter(query)));
        });
    }

    private static Predicate<ActCourse> counted(String number, LocalDate knownOn) {
        if (number.equals("all")) return course -> true;
        if (number.equals("stalled")) return isStalled(knownOn);
        if (number.startsWith("stage-")) {
            Stage stage = stage(number.substring("stage-".length()));
            return course -> unit(course).reached(stage);
        }
        if (number.equals("furthest-none")) return course -> Indicators.furthest(unit(course)) == null;
        if (number.startsWith("furthest-")) {
            Stage stage = stage(number.substring("furthest-".length()));
            return course -> Indicators.furthest(unit(course)) == stage;
        }
        Definition definition = Definition.find(number)
                .orElseThrow(() -> new ConstanciaException(Problem.RECORD_NOT_FOUND, "There is no such figure")
                        .with("figure", number));
        return course -> unit(course).isCountedBy(definition);
    }

    private static Predicate<ActCourse> isStalled(LocalDate knownOn) {
        return course -> course.course().daysSince(knownOn).orElse(0) > STALLED_DAYS;
    }

    @Override
    public CommitmentsPage commitments(@Nullable CommitmentStatus status) {
        return records.read(session.get(), jdbc -> {
            Sayings commitments = all(jdbc, EntityKind.COMMITMENT);
            Sayings demands = all(jdbc, EntityKind.DEMAND);
            return new CommitmentsPage(
                    status,
                    Commitments.show(jdbc, commitments).stream()
                            .filter(commitment -> status == null || commitment.status() == status)
                            .toList(),
                    demands(jdbc, demands));
        });
    }

    private static Sayings all(JdbcClient jdbc, EntityKind kind) {
        List<SayingRows.SayingRow> rows = SayingRows.listAll(jdbc, kind);
        return new Sayings(
                kind,
                rows,
                Values.read(
                        jdbc,
                        rows.stream().map(row -> new EntityId(kind, row.id())).toList()));
    }

    private static List<CommitmentsPage.Demand> demands(JdbcClient jdbc, Sayings demands) {
        List<EntityId> ids = demands.rows().stream()
                .map(row -> new EntityId(EntityKind.DEMAND, row.id()))
                .toList();
        Values values = Values.read(jdbc, ids);
        return demands.rows().stream()
                .map(row -> new CommitmentsPage.Demand(
                        demands.who(row),
                        row.role(),
                        demands.said(row),
                        row.date() == null ? null : PartialDate.parse(row.date()),
                        values.find(new EntityId(EntityKind.DEMAND, row.id()), Property.DEMAND_ANSWER)
                                .orElse(null)))
                .toList();
    }

    private static List<ActCourse> select(JdbcClient jdbc, AccountabilityQuery query) {
        List<UUID> acts = new ActSelection(
                        categories(query.category()),
                        day(query.from(), true),
                        day(query.to(), false),
                        blank(query.place()))
                .list(jdbc);
        @Nullable LocalDate upTo = day(query.knownOn(), false);
        return Tracks.read(jdbc, ActRows.listOf(jdbc, acts)).stream()
                .map(course -> upTo == null ? course : course.until(upTo))
                .filter(course -> isAccused(course, query.accused()))
                .toList();
    }

    private static boolean isAccused(ActCourse course, @Nullable String accused) {
        if (accused == null || accused.isBlank()) return true;
        @Nullable String code = course.responsible();
        boolean state = code != null && PresumedResponsible.shipped().isWithin(code, PresumedResponsible.STATE_POLE);
        boolean unknown = course.accusedName() == null;
        return switch (accused) {
            case "state" -> state;
            case "unknown" -> unknown;
            default -> !state && !unknown;
        };
    }

    /// The category and its sub-categories.
    private static List<String> categories(@Nullable String typed) {
        if (typed == null || typed.isBlank()) return List.of();
        String code = CinepCategories.shipped().get(typed).term().code();
        return CinepCategories.shipped().vocabulary().terms().stream()
                .map(Term::code)
                .filter(one -> CinepCategories.shipped().vocabulary().isWithin(one, code))
                .toList();
    }

    private static Unit unit(ActCourse course) {
        return new Unit(
                course.proceeding() != null,
                course.course().furthest().orElse(null),
                course.course().isConvicted());
    }

    /// Days from the event to the charge. Acts whose day is not known are left out; those without a charge are seen
    /// until the day of the page.
    private static Optional<Durations> durations(List<ActCourse> courses, LocalDate knownOn) {
        List<KaplanMeier.Observation> observations = new ArrayList<>();
        for (ActCourse course : courses) {
            if (course.act().date() == null) continue;
            Optional<LocalDate> event = PartialDate.parse(course.act().date()).earliest();
            if (event.isEmpty() || event.get().isAfter(knownOn)) continue;
            Optional<LocalDate> charged = course.course().moves().stream()
                    .filter(move -> move.stage() == Stage.CHARGE && move.when() != null)
                    .flatMap(move -> move.when().earliest().stream())
                    .findFirst();
            long days = ChronoUnit.DAYS.between(event.get(), charged.orElse(knownOn));
            if (days >= 0) observations.add(new KaplanMeier.Observation(days, charged.isPresent()));
        }
        if (observations.isEmpty()) return Optional.empty();
        KaplanMeier estimate = new KaplanMeier(observations);
        List<Durations.Step> steps = new ArrayList<>();
        for (int months : MONTHS) {
            KaplanMeier.Point point = estimate.at(Math.round(months * DAYS_A_MONTH));
            steps.add(new Durations.Step(
                    months, 100 * point.share(), 100 * point.low(), 100 * point.high(), point.atRisk()));
            if (point.atRisk() == 0) break;
        }
        return Optional.of(new Durations(Stage.CHARGE, observations.size(), steps));
    }

    private LocalDate knownOn(AccountabilityQuery query) {
        @Nullable LocalDate day = day(query.knownOn(), false);
        return day == null ? LocalDate.now(clock) : day;
    }

    private static @Nullable LocalDate day(@Nullable String edtf, boolean first) {
        if (edtf == null || edtf.isBlank()) return null;
        PartialDate date = PartialDate.parse(edtf);
        return (first ? date.earliest() : date.latest()).orElse(null);
    }

    private static @Nullable String blank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private String behind(String number, String filter) {
        return address + "/behind/" + number + filter;
    }

    /// The selection as the query of an address; empty when it selects everything.
    private static String filter(AccountabilityQuery query) {
        StringBuilder filter = new StringBuilder();
        append(filter, "category", query.category());
        append(filter, "from", query.from());
        append(filter, "to", query.to());
        append(filter, "accused", query.accused());
        append(filter, "place", query.place());
        append(filter, "knownOn", query.knownOn());
        return filter.toString();
    }

    private static void append(StringBuilder filter, String name, @Nullable String value) {
        if (value == null || value.isBlank()) return;
        filter.append(filter.isEmpty() ? '?' : '&')
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    private static String code(Stage stage) {
        return stage.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Stage stage(String code) {
        for (Stage stage : Stage.values()) if (code(stage).equals(code)) return stage;
        throw new ConstanciaException(Problem.RECORD_NOT_FOUND, "There is no such stage").with("stage", code);
    }
}
