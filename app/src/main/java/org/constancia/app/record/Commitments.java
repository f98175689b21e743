package org.constancia.app.record;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.constancia.app.record.value.Dates;
import org.constancia.app.record.value.RecordLinks;
import org.constancia.app.record.value.Values;
import org.constancia.app.web.accountability.CommitmentsPage.Commitment;
import org.constancia.app.web.page.Link;
import org.constancia.core.record.CodeList;
import org.constancia.core.record.CodeList.CommitmentStatus;
import org.constancia.core.record.EntityId;
import org.constancia.core.record.EntityKind;
import org.constancia.core.record.Property;
import org.constancia.store.event.SayingRows;
import org.constancia.store.event.SayingRows.LinkedEventRow;
import org.constancia.store.event.SayingRows.SayingRow;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Commitments as pages show them: the promise, the passage in contrast to it, and the events linked to it.
public final class Commitments {
    private Commitments() {}

    public static List<Commitment> show(JdbcClient jdbc, Sayings commitments) {
        List<EntityId> ids = commitments.rows().stream()
                .map(row -> new EntityId(EntityKind.COMMITMENT, row.id()))
                .toList();
        Values values = Values.read(jdbc, ids);
        Map<UUID, List<LinkedEventRow>> linked =
                SayingRows.listLinked(jdbc, ids.stream().map(EntityId::value).toList()).stream()
                        .collect(Collectors.groupingBy(LinkedEventRow::commitment));
        return commitments.rows().stream()
                .map(row -> show(row, commitments, values, linked.getOrDefault(row.id(), List.of())))
                .toList();
    }

    private static Commitment show(SayingRow row, Sayings commitments, Values values, List<LinkedEventRow> linked) {
        List<Link> later = linked.stream()
                .map(event -> RecordLinks.event(event.id(), event.title(), event.number()))
                .toList();
        return new Commitment(
                row.id().toString(),
                commitments.who(row),
                row.role(),
                commitments.said(row),
                Dates.read(row.date()),
                Dates.read(row.due()),
                row.status() == null
                        ? CommitmentStatus.DECLARED
                        : CodeList.member(CommitmentStatus.class, row.status()),
                values.find(new EntityId(EntityKind.COMMITMENT, row.id()), Property.COMMITMENT_CONTRAST)
                        .orElse(null),
                later);
    }
}
