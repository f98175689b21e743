package org.constancia.app.record.value;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.constancia.app.web.page.Decision;
import org.constancia.app.web.page.Link;
import org.constancia.app.web.page.Said;
import org.constancia.app.web.page.Value;
import org.constancia.core.record.Basis;
import org.constancia.core.record.EntityId;
import org.constancia.core.record.PassageId;
import org.constancia.core.record.Property;
import org.constancia.core.record.Resolved;
import org.constancia.core.record.Statement;
import org.constancia.core.record.StatementId;
import org.constancia.store.statement.EntityNames;
import org.constancia.store.statement.PassageRows;
import org.constancia.store.statement.PassageRows.PassageRow;
import org.constancia.store.statement.Resolutions;
import org.constancia.store.statement.Resolutions.Resolution;
import org.constancia.store.statement.StatementRows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The values of the things a page shows, each with the statements it rests on, read in five questions however many
/// things there are.
///
/// ```java
/// Values values = Values.read(jdbc, List.of(event));
/// Value title = values.get(event, Property.EVENT_TITLE, "E-417");
/// ```
public final class Values {
    private record About(EntityId subject, Property property) {}

    private final Map<EntityId, Map<Property, Resolved>> resolved;
    private final Map<About, Resolution> decisions = new HashMap<>();
    private final Map<PassageId, PassageRow> passages;
    private final Map<StatementId, Long> leaves;
    private final Map<UUID, String> names;

    private Values(JdbcClient jdbc, Collection<EntityId> subjects, List<Statement> former) {
        resolved = Resolutions.resolve(jdbc, subjects);
        for (Resolution decision : Resolutions.listAbout(jdbc, subjects)) {
            decisions.put(new About(decision.subject(), decision.property()), decision);
        }
        Set<PassageId> cited = new LinkedHashSet<>();
        Set<UUID> named = new LinkedHashSet<>();
        Stream.concat(statements(), former.stream()).forEach(statement -> {
            statement.passage().ifPresent(cited::add);
            if (statement.value() instanceof org.constancia.core.record.Value.Reference(EntityId target)) {
                named.add(target.value());
            }
        });
        passages = PassageRows.read(jdbc, cited);
        leaves = StatementRows.leavesAbout(jdbc, subjects);
        names = EntityNames.read(jdbc, named);
    }

    /// Reads all that is stated about these things.
    public static Values read(JdbcClient jdbc, Collection<EntityId> subjects) {
        return new Values(jdbc, new LinkedHashSet<>(subjects), List.of());
    }

    /// The same, ready to show also the statements that are no longer in force.
    public static Values readWithFormer(JdbcClient jdbc, Collection<EntityId> subjects) {
        return new Values(jdbc, new LinkedHashSet<>(subjects), StatementRows.listAbout(jdbc, subjects));
    }

    private Stream<Statement> statements() {
        return resolved.values().stream()
                .flatMap(properties -> properties.values().stream())
                .flatMap(value -> value.inForce().stream());
    }

    /// The value of a property, the preferred statement first; empty when nothing in force states it. Of a property
    /// with several values, the first.
    public Optional<Value> find(EntityId subject, Property property) {
        return list(subject, property).stream().findFirst();
    }

    /// The same, where a page always shows something.
    ///
    /// @param otherwise what is shown while nothing states it
    public Value get(EntityId subject, Property property, String otherwise) {
        return find(subject, property)
                .orElseGet(() -> new Value(property, otherwise, Basis.INFERRED, false, List.of(), null, null));
    }

    /// The values of a property: one at the most, or of a property with several, each with its own statements.
    public List<Value> list(EntityId subject, Property property) {
        @Nullable Resolved found = resolved.getOrDefault(subject, Map.of()).get(property);
        if (found == null) return List.of();
        if (property.cardinality() == Property.Cardinality.ONE) {
            return List.of(value(subject, found, found.preferred(), found.inForce()));
        }
        List<Value> values = new ArrayList<>();
        for (org.constancia.core.record.Value distinct : found.values()) {
            List<Statement> own = found.inForce().stream()
                    .filter(statement -> statement.value().equals(distinct))
                    .toList();
            values.add(value(subject, found, own.getFirst(), own));
        }
        return values;
    }

    /// All values of a thing, in the order of its properties.
    public List<Value> listAll(EntityId subject) {
        return resolved.getOrDefault(subject, Map.of()).keySet().stream()
                .flatMap(property -> list(subject, property).stream())
                .toList();
    }

    /// The passage on which the value of a property rests.
    public Optional<PassageRow> findPassage(EntityId subject, Property property) {
        return Optional.ofNullable(resolved.getOrDefault(subject, Map.of()).get(property))
                .flatMap(found -> found.preferred().passage())
                .map(passages::get);
    }

    /// A statement as it is shown beside its rivals.
    public Said said(Statement statement, boolean preferred) {
        @Nullable PassageRow passage = statement.passage().map(passages::get).orElse(null);
        @Nullable String reason = statement.claim().reason();
        return new Said(
                statement.id().toString(),
                text(statement),
                statement.claim().attributedTo(),
                passage == null ? reason == null ? "" : reason : passage.text(),
                passage == null ? "und" : passage.language(),
                passage == null ? new Link("", "") : RecordLinks.source(passage.source(), passage.title()),
                passage == null ? null : passage.family(),
                passage == null || passage.page() == null ? "" : "p. " + passage.page(),
                statement.claim().basis(),
                statement.status(),
                preferred,
                statement.recordedBy(),
                statement.recordedAt(),
                leaves.get(statement.id()));
    }

    private Value value(EntityId subject, Resolved found, Statement preferred, List<Statement> inForce) {
        Property property = preferred.property();
        List<Said> said = new ArrayList<>();
        said.add(said(preferred, true));
        for (Statement statement : inForce) {
            if (!statement.equals(preferred)) said.add(said(statement, false));
        }
        boolean rival = said.stream().map(Said::value).distinct().count() > 1;
        @Nullable Resolution decision = decisions.get(new About(subject, property));
        return new Value(
                property,
                text(preferred),
                preferred.claim().basis(),
                found.isContested(),
                said,
                decision == null ? null : new Decision(decision.reason(), decision.resolvedBy(), decision.resolvedAt()),
                rival ? conflictHref(subject, property) : null);
    }

    /// The page where a contradiction is decided.
    public static String conflictHref(EntityId subject, Property property) {
        return "/conflicts/" + subject.value() + "/" + property.code();
    }

    private String text(Statement statement) {
        return statement.value() instanceof org.constancia.core.record.Value.Reference(EntityId target)
                ? names.getOrDefault(target.value(), RecordLinks.NO_NAME)
                : statement.value().text();
    }
}
