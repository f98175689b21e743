package org.constancia.app.record;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.constancia.app.record.value.Dates;
import org.constancia.app.record.value.RecordIds;
import org.constancia.app.record.value.RecordLinks;
import org.constancia.app.record.value.Values;
import org.constancia.app.web.page.Decision;
import org.constancia.app.web.page.Link;
import org.constancia.app.web.page.Said;
import org.constancia.app.web.record.ConflictPage;
import org.constancia.app.web.record.EventsPage;
import org.constancia.core.record.EntityId;
import org.constancia.core.record.EntityKind;
import org.constancia.core.record.Property;
import org.constancia.core.record.Statement;
import org.constancia.core.record.StatementId;
import org.constancia.core.record.ValueType;
import org.constancia.store.history.ContradictionRows;
import org.constancia.store.history.ContradictionRows.ContradictionRow;
import org.constancia.store.statement.EntityNames;
import org.constancia.store.statement.Resolutions;
import org.constancia.store.statement.Resolutions.Resolution;
import org.constancia.store.statement.StatementRows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Statements that contradict each other: the list of those nobody has decided, and one of them side by side.
final class Contradictions {
    private Contradictions() {}

    static EventsPage list(JdbcClient jdbc, int page) {
        int total = ContradictionRows.count(jdbc).all();
        List<EventsPage.Row> rows = ContradictionRows.list(jdbc, Paging.offset(page), Paging.SIZE).stream()
                .map(Contradictions::row)
                .toList();
        return Paging.page("conflicts", rows, total, page, "/conflicts");
    }

    private static EventsPage.Row row(ContradictionRow row) {
        String about = row.eventTitle() == null || row.eventTitle().isBlank() ? row.property() : row.eventTitle();
        EntityId subject = new EntityId(EntityKind.of(row.kind()), row.subject());
        String values = Property.find(row.property())
                        .filter(property -> property.type() == ValueType.REFERENCE)
                        .isPresent()
                ? ""
                : Optional.ofNullable(row.values()).orElse("");
        return new EventsPage.Row(
                new Link(about, Values.conflictHref(subject, Property.of(row.property()))),
                row.property(),
                Dates.read(row.eventDate()),
                "",
                values,
                row.isPublic(),
                1,
                row.sources());
    }

    static ConflictPage get(JdbcClient jdbc, String text, Property property, Histories histories) {
        EntityId subject = RecordIds.get(jdbc, text);
        if (subject.kind() != property.kind()) throw RecordIds.notFound(text);
        @Nullable
        Resolution decision = Resolutions.listAbout(jdbc, subject).stream()
                .filter(one -> one.property() == property)
                .findFirst()
                .orElse(null);
        return new ConflictPage(
                link(jdbc, subject),
                subject.value().toString(),
                property,
                said(jdbc, subject, property),
                decision == null ? null : new Decision(decision.reason(), decision.resolvedBy(), decision.resolvedAt()),
                histories.listOf(jdbc, subject, property),
                null,
                false);
    }

    /// Every statement about the property, those no longer in force included, the preferred one first, then those in
    /// force.
    private static List<Said> said(JdbcClient jdbc, EntityId subject, Property property) {
        Values values = Values.readWithFormer(jdbc, List.of(subject));
        @Nullable
        StatementId preferred = Optional.ofNullable(
                        Resolutions.resolve(jdbc, subject).get(property))
                .map(resolved -> resolved.preferred().id())
                .orElse(null);
        List<Statement> statements = new ArrayList<>(StatementRows.listAbout(jdbc, subject).stream()
                .filter(statement -> statement.property() == property)
                .toList());
        statements.sort(Comparator.<Statement, Boolean>comparing(
                        statement -> !statement.id().equals(preferred))
                .thenComparing(statement -> !statement.status().isInForce())
                .thenComparing(Statement::number));
        return statements.stream()
                .map(statement -> values.said(statement, statement.id().equals(preferred)))
                .toList();
    }

    /// The page that decisions lead back to: that of the subject, or of the event it is a part of.
    private static Link link(JdbcClient jdbc, EntityId subject) {
        EntityId page = EntityNames.findPageOf(jdbc, subject).orElse(subject);
        return RecordLinks.thing(
                page, EntityNames.read(jdbc, List.of(page.value())).get(page.value()));
    }
}
