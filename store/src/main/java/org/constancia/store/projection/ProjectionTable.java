package org.constancia.store.projection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.constancia.core.record.EntityId;
import org.constancia.core.record.EntityKind;
import org.constancia.core.record.Property;
import org.constancia.core.record.Resolved;
import org.constancia.core.record.Value;
import org.constancia.core.record.ValueType;
import org.constancia.core.time.PartialDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;

/// The typed table of one kind of thing: a column for each property, and for a date two more, its earliest and latest
/// day. Its rows follow from the statements and from nothing else.
final class ProjectionTable {
    private static final Map<EntityKind, ProjectionTable> TABLES = Arrays.stream(EntityKind.values())
            .collect(Collectors.toUnmodifiableMap(kind -> kind, ProjectionTable::new));

    private final EntityKind kind;
    private final String upsert;

    private ProjectionTable(EntityKind kind) {
        this.kind = kind;
        List<String> columns = new ArrayList<>(List.of("id", "collection_id", "contested"));
        for (Property property : Property.of(kind)) columns.addAll(columns(property));
        String names = String.join(", ", columns);
        String parameters = columns.stream().map(column -> ":" + column).collect(Collectors.joining(", "));
        String replaced = columns.stream()
                .skip(2)
                .map(column -> column + " = excluded." + column)
                .collect(Collectors.joining(", "));
        upsert = """
                insert into %s (%s) values (%s)
                on conflict (id) do update set %s
                """.formatted(name(), names, parameters, replaced);
    }

    static ProjectionTable of(EntityKind kind) {
        ProjectionTable table = TABLES.get(kind);
        if (table == null) throw new IllegalStateException("no table for " + kind);
        return table;
    }

    /// The table's name; two kinds bear names that SQL keeps for itself or that mean something else here.
    String name() {
        return switch (kind) {
            case SOURCE -> "bibliography";
            case GROUP -> "actor_group";
            case EVENT,
                    PLACE,
                    PERSON,
                    ACT,
                    INVOLVEMENT,
                    FIGURE,
                    DECLARATION,
                    COMMITMENT,
                    DEMAND,
                    PROCEEDING,
                    STEP,
                    OUTCOME,
                    MOVEMENT,
                    POSITION -> kind.code();
        };
    }

    /// The columns a property fills.
    static List<String> columns(Property property) {
        String column = property.column();
        return property.type() == ValueType.DATE
                ? List.of(column, column + "_earliest", column + "_latest")
                : List.of(column);
    }

    /// Writes the rows of subjects of this kind; removes the row of a subject about which no statement is in force.
    void write(NamedParameterJdbcOperations jdbc, UUID collection, Map<EntityId, Map<Property, Resolved>> resolved) {
        UUID[] gone = resolved.entrySet().stream()
                .filter(subject -> subject.getValue().isEmpty())
                .map(subject -> subject.getKey().value())
                .toArray(UUID[]::new);
        if (gone.length > 0) jdbc.update("delete from " + name() + " where id = any (:ids)", Map.of("ids", gone));
        SqlParameterSource[] rows = resolved.entrySet().stream()
                .filter(subject -> !subject.getValue().isEmpty())
                .map(subject -> new MapSqlParameterSource(row(collection, subject.getKey(), subject.getValue())))
                .toArray(SqlParameterSource[]::new);
        if (rows.length > 0) jdbc.batchUpdate(upsert, rows);
    }

    private Map<String, @Nullable Object> row(UUID collection, EntityId subject, Map<Property, Resolved> resolved) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("id", subject.value());
        row.put("collection_id", collection);
        row.put(
                "contested",
                resolved.entrySet().stream()
                        .filter(entry -> entry.getValue().isContested())
                        .map(entry -> entry.getKey().column())
                        .toArray(String[]::new));
        for (Property property : Property.of(kind)) {
            fill(row, property, Optional.ofNullable(resolved.get(property)));
        }
        return row;
    }

    private static void fill(Map<String, @Nullable Object> row, Property property, Optional<Resolved> resolved) {
        String column = property.column();
        if (property.cardinality() == Property.Cardinality.MANY) {
            List<Value> values = resolved.map(Resolved::values).orElse(List.of());
            row.put(column, array(property, values));
            return;
        }
        Optional<Value> value = resolved.map(found -> found.preferred().value());
        row.put(column, value.map(ProjectionTable::scalar).orElse(null));
        if (property.type() == ValueType.DATE) {
            Optional<PartialDate> date = value.map(Value.Date.class::cast).map(Value.Date::date);
            row.put(column + "_earliest", date.flatMap(PartialDate::earliest).orElse(null));
            row.put(column + "_latest", date.flatMap(PartialDate::latest).orElse(null));
        }
    }

    private static Object array(Property property, List<Value> values) {
        return property.type() == ValueType.REFERENCE
                ? values.stream().map(ProjectionTable::scalar).toArray(UUID[]::new)
                : values.stream().map(Value::text).toArray(String[]::new);
    }

    private static Object scalar(Value value) {
        return switch (value) {
            case Value.Text(String text) -> text;
            case Value.Code(String code) -> code;
            case Value.Date(PartialDate date) -> date.text();
            case Value.Number(long number) -> number;
            case Value.Degrees(double degrees) -> degrees;
            case Value.Reference(EntityId target) -> target.value();
        };
    }
}
