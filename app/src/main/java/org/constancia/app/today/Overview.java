package org.constancia.app.today;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.constancia.app.accountability.ActCourse;
import org.constancia.app.accountability.Tracks;
import org.constancia.app.record.value.Dates;
import org.constancia.app.record.value.RecordLinks;
import org.constancia.app.record.value.Values;
import org.constancia.app.web.home.HomePage;
import org.constancia.app.web.home.HomePage.LogState;
import org.constancia.app.web.home.HomePage.NotUnderstood;
import org.constancia.app.web.home.HomePage.Recent;
import org.constancia.app.web.home.HomePage.Stalled;
import org.constancia.app.web.home.HomePage.Totals;
import org.constancia.app.web.home.Today;
import org.constancia.app.web.page.Link;
import org.constancia.core.record.CodeList.Stage;
import org.constancia.core.record.EntityId;
import org.constancia.core.record.EntityKind;
import org.constancia.core.record.Property;
import org.constancia.core.time.PartialDate;
import org.constancia.store.event.ActRows;
import org.constancia.store.history.ContradictionRows;
import org.constancia.store.history.ContradictionRows.ContradictionRow;
import org.constancia.store.overview.OverviewRows;
import org.constancia.store.overview.OverviewRows.RecentRow;
import org.constancia.store.proceeding.ProceedingRows;
import org.constancia.store.record.Records;
import org.constancia.store.record.Session;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What needs a person today, read from the record.
public final class Overview implements Today {
    /// After so many days without a step a proceeding counts as stalled.
    public static final int STALLED_DAYS = 180;

    private static final int STALLED = 5;
    private static final int NOT_UNDERSTOOD = 5;
    private static final int RECENT = 8;

    private final Records records;
    private final Supplier<Session> session;
    private final Clock clock;

    public Overview(Records records, Supplier<Session> session, Clock clock) {
        this.records = records;
        this.session = session;
        this.clock = clock;
    }

    @Override
    public int waiting() {
        return records.read(session.get(), OverviewRows::countWaiting);
    }

    @Override
    public HomePage today() {
        return records.read(session.get(), this::read);
    }

    private HomePage read(JdbcClient jdbc) {
        OverviewRows.Counts counts = OverviewRows.count(jdbc);
        ContradictionRows.Count contradictions = ContradictionRows.count(jdbc);
        List<Stalled> stalled = stalled(jdbc);
        return new HomePage(
                counts.proposals(),
                counts.proposalSources(),
                counts.oldestProposal(),
                contradictions.all(),
                contradictions.released(),
                example(jdbc),
                counts.replies(),
                OverviewRows.listObstacles(jdbc, NOT_UNDERSTOOD).stream()
                        .map(row -> new NotUnderstood(RecordLinks.source(row.source(), row.title()), row.obstacle()))
                        .toList(),
                stalled.stream().limit(STALLED).toList(),
                stalled.size(),
                OverviewRows.listRecent(jdbc, RECENT).stream()
                        .map(Overview::recent)
                        .toList(),
                new Totals(counts.sources(), counts.events(), counts.persons()),
                new LogState(counts.entries(), counts.pending()));
    }

    private static @Nullable Link example(JdbcClient jdbc) {
        return ContradictionRows.list(jdbc, 0, 1).stream()
                .findFirst()
                .map(Overview::link)
                .orElse(null);
    }

    private static Link link(ContradictionRow row) {
        EntityId subject = new EntityId(EntityKind.of(row.kind()), row.subject());
        return new Link(
                row.eventTitle() == null ? row.property() : row.eventTitle(),
                Values.conflictHref(subject, Property.of(row.property())));
    }

    /// The proceedings in which nothing moves, the longest first.
    private List<Stalled> stalled(JdbcClient jdbc) {
        LocalDate today = LocalDate.now(clock);
        List<ActRows.ActRow> acts =
                ActRows.listOf(jdbc, ProceedingRows.listActsUnmovedSince(jdbc, today.minusDays(STALLED_DAYS)));
        return Tracks.read(jdbc, acts).stream()
                .filter(course -> course.course().daysSince(today).orElse(0) > STALLED_DAYS)
                .map(course -> stalled(course, today))
                .sorted(Comparator.comparingLong(Stalled::days).reversed())
                .toList();
    }

    private static Stalled stalled(ActCourse course, LocalDate today) {
        PartialDate lastMoved = course.course().lastMoved().orElseThrow();
        return new Stalled(
                RecordLinks.act(
                        course.act().event(), course.act().id(), course.act().victimName()),
                course.accusedName() == null ? "" : course.accusedName(),
                course.course().moves().stream()
                        .filter(move -> lastMoved.equals(move.when()))
                        .reduce((one, later) -> later)
                        .map(move -> move.stage())
                        .orElse(Stage.COMPLAINT),
                lastMoved,
                course.course().daysSince(today).orElseThrow(),
                !lastMoved.earliest().equals(lastMoved.latest()) || lastMoved.isApproximate());
    }

    private static Recent recent(RecentRow row) {
        EntityId id = new EntityId(EntityKind.of(row.kind()), row.id());
        return new Recent(
                id.kind() == EntityKind.EVENT
                        ? RecordLinks.event(row.id(), row.title(), row.number())
                        : RecordLinks.thing(id, row.title()),
                HomePage.Kind.valueOf(row.kind().toUpperCase(Locale.ROOT)),
                Dates.read(row.date()),
                row.changedAt(),
                row.author());
    }
}
