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
import org.springframework.jdbc.core.simple.JdbcClient;

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

    /// Writes the row, or removes it when no statement about the subject is in force.
    void write(JdbcClient jdbc, UUID collection, EntityId subject, Map<Property, Resolved> resolved) {
        if (resolved.isEmpty()) {
            jdbc.sql("delete from " + name() + " where id = :id")
                    .param("id", subject.value())
                    .update();
            return;
        }
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
        jdbc.sql(upsert).params(row).update();
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
