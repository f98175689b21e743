package org.constancia.app.record;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.constancia.app.log.Coverage;
import org.constancia.app.record.value.RecordLinks;
import org.constancia.app.web.page.Change;
import org.constancia.app.web.page.Logging;
import org.constancia.core.record.EntityId;
import org.constancia.core.record.Property;
import org.constancia.core.record.ValueType;
import org.constancia.store.history.ChangeRows;
import org.constancia.store.history.ChangeRows.ChangeRow;
import org.constancia.store.statement.EntityNames;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Changes as pages show them: references by the names of what they refer to.
final class Histories {
    private final Coverage.Source coverage;

    /// @param coverage says what vouches for an entry of the log
    Histories(Coverage.Source coverage) {
        this.coverage = coverage;
    }

    /// The newest first.
    List<Change> list(JdbcClient jdbc, Collection<EntityId> subjects, int offset, int limit) {
        return show(jdbc, ChangeRows.list(jdbc, subjects, offset, limit));
    }

    List<Change> listOf(JdbcClient jdbc, EntityId subject, Property property) {
        return show(jdbc, ChangeRows.listOf(jdbc, subject, property));
    }

    private List<Change> show(JdbcClient jdbc, List<ChangeRow> rows) {
        Set<UUID> targets = new LinkedHashSet<>();
        for (ChangeRow row : rows) {
            if (!refers(row)) continue;
            Stream.of(Optional.ofNullable(row.before()), Optional.ofNullable(row.after()))
                    .flatMap(Optional::stream)
                    .forEach(text -> targets.add(EntityId.parse(text).value()));
        }
        Map<UUID, String> names = EntityNames.read(jdbc, targets);
        return rows.stream().map(row -> show(row, names)).toList();
    }

    private Change show(ChangeRow row, Map<UUID, String> names) {
        return new Change(
                row.change().toString(),
                logging(row),
                row.changedAt(),
                row.author(),
                row.kind(),
                property(row).orElse(null),
                text(row, row.before(), names),
                text(row, row.after(), names),
                row.reason());
    }

    private Logging logging(ChangeRow row) {
        if (row.log() == null || row.leaf() == null) return Logging.WAITING;
        Coverage covered = coverage.of(row.log(), row.leaf());
        return new Logging(row.leaf(), covered.stampedAt().orElse(null), covered.witnesses());
    }

    private static @Nullable String text(ChangeRow row, @Nullable String text, Map<UUID, String> names) {
        return text == null || !refers(row)
                ? text
                : names.getOrDefault(EntityId.parse(text).value(), RecordLinks.NO_NAME);
    }

    private static boolean refers(ChangeRow row) {
        return property(row)
                .filter(property -> property.type() == ValueType.REFERENCE)
                .isPresent();
    }

    private static Optional<Property> property(ChangeRow row) {
        return Optional.ofNullable(row.property()).flatMap(Property::find);
    }
}
