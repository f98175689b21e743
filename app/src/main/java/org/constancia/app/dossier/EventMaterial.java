package org.constancia.app.dossier;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.constancia.app.record.EventReading;
import org.constancia.app.record.value.Places;
import org.constancia.app.record.value.RecordIds;
import org.constancia.app.web.record.EventPage;
import org.constancia.core.record.EntityId;
import org.constancia.core.record.EntityKind;
import org.constancia.core.record.PassageId;
import org.constancia.core.record.Property;
import org.constancia.core.record.SourceId;
import org.constancia.core.record.Statement;
import org.constancia.core.record.StatementId;
import org.constancia.core.record.Value;
import org.constancia.store.dossier.EnclosedRows;
import org.constancia.store.event.EventPartRows;
import org.constancia.store.source.SourceRow;
import org.constancia.store.source.SourceRows;
import org.constancia.store.statement.Resolutions;
import org.constancia.store.statement.StatementRows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the record holds about an event, read in one snapshot, as far as it is disclosed: the event and its parts, the
/// people, groups and places they refer to, and the sources that the disclosed statements rest on.
///
/// Who is withheld by name is withheld altogether: a statement that refers to somebody whose name is not disclosed is
/// not disclosed either.
///
/// @param page the event as its page shows it, with every act, disclosed or not
/// @param subjects everything the dossier is about, sources apart
/// @param statements the disclosed ones, those no longer in force included, in the order of recording
/// @param withheld how many statements are not disclosed
record EventMaterial(
        EntityId event,
        EventPage page,
        List<EntityId> subjects,
        List<Statement> statements,
        int withheld,
        List<Resolutions.Resolution> decisions,
        List<EnclosedRows.PassageRow> passages,
        List<EnclosedRows.TextRow> texts,
        List<SourceItem> sources) {

    private static final Set<EntityKind> REFERRED = Set.of(EntityKind.PERSON, EntityKind.GROUP, EntityKind.PLACE);
    private static final Set<Property> NAMES = Set.of(
            Property.PERSON_NAME,
            Property.PERSON_GIVEN_NAMES,
            Property.PERSON_SURNAMES,
            Property.GROUP_NAME,
            Property.PLACE_NAME);

    EventMaterial {
        subjects = List.copyOf(subjects);
        statements = List.copyOf(statements);
        decisions = List.copyOf(decisions);
        passages = List.copyOf(passages);
        texts = List.copyOf(texts);
        sources = List.copyOf(sources);
    }

    static EventMaterial read(JdbcClient jdbc, String id, Disclosure disclosure, Places places, Clock clock) {
        EntityId event = RecordIds.parse(id, EntityKind.EVENT);
        EventPage page = new EventReading(places, clock).get(jdbc, id, true);
        Map<EntityId, List<Statement>> all = statementsAround(jdbc, event);
        List<Statement> statements = all.values().stream().flatMap(List::stream).toList();
        Map<PassageId, EnclosedRows.PassageRow> passages =
                EnclosedRows.listPassages(
                                jdbc,
                                statements.stream()
                                        .flatMap(one -> one.passage().stream())
                                        .toList())
                        .stream()
                        .collect(Collectors.toMap(
                                row -> new PassageId(row.id()),
                                Function.identity(),
                                (one, _) -> one,
                                LinkedHashMap::new));
        Set<EntityId> unnamed = new LinkedHashSet<>();
        List<Statement> disclosed = new ArrayList<>();
        for (Statement statement : statements) {
            if (disclosure.includes(statement, sourceOf(statement, passages))) disclosed.add(statement);
            else if (NAMES.contains(statement.property()))
                unnamed.add(statement.claim().subject());
        }
        disclosed.removeIf(statement -> unnamed.contains(statement.claim().subject())
                || (statement.value() instanceof Value.Reference(EntityId target) && unnamed.contains(target)));
        Set<UUID> cited = disclosed.stream()
                .flatMap(one -> one.passage().stream())
                .map(passages::get)
                .map(EnclosedRows.PassageRow::source)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        List<SourceItem> sources = sources(jdbc, cited, disclosure);
        List<EntityId> sourceIds = sources.stream().map(SourceItem::entity).toList();
        List<Statement> aboutSources = StatementRows.listAbout(jdbc, sourceIds);
        List<Statement> everything = new ArrayList<>(disclosed);
        aboutSources.stream()
                .filter(statement ->
                        !disclosure.withholds(statement, statement.claim().subject()))
                .forEach(everything::add);
        everything.sort((one, other) -> Long.compare(one.number(), other.number()));
        Map<PassageId, EnclosedRows.PassageRow> kept = new LinkedHashMap<>(passages);
        EnclosedRows.listPassages(
                        jdbc,
                        aboutSources.stream()
                                .flatMap(one -> one.passage().stream())
                                .toList())
                .forEach(row -> kept.put(new PassageId(row.id()), row));
        Set<PassageId> used =
                everything.stream().flatMap(one -> one.passage().stream()).collect(Collectors.toSet());
        kept.keySet().retainAll(used);
        List<EnclosedRows.TextRow> texts = EnclosedRows.listTexts(jdbc, cited).stream()
                .filter(text -> text.newest()
                        || kept.values().stream()
                                .anyMatch(passage ->
                                        passage.source().equals(text.source()) && passage.layer() == text.layer()))
                .toList();
        Set<EntityId> subjects = new LinkedHashSet<>(all.keySet());
        return new EventMaterial(
                event,
                page,
                List.copyOf(subjects),
                everything,
                statements.size() - disclosed.size(),
                decisions(jdbc, subjects, statements, disclosed),
                List.copyOf(kept.values()),
                texts,
                sources);
    }

    /// Every statement about the event, its parts, and the people, groups and places that they refer to.
    private static Map<EntityId, List<Statement>> statementsAround(JdbcClient jdbc, EntityId event) {
        Map<EntityId, List<Statement>> found = new LinkedHashMap<>();
        Set<EntityId> next = new LinkedHashSet<>(EventPartRows.list(jdbc, event.value()));
        while (!next.isEmpty()) {
            next.forEach(subject -> found.put(subject, new ArrayList<>()));
            List<Statement> statements = StatementRows.listAbout(jdbc, next);
            next = new LinkedHashSet<>();
            for (Statement statement : statements) {
                found.getOrDefault(statement.claim().subject(), new ArrayList<>())
                        .add(statement);
                if (statement.value() instanceof Value.Reference(EntityId target)
                        && REFERRED.contains(target.kind())
                        && !found.containsKey(target)) {
                    next.add(target);
                }
            }
        }
        return found;
    }

    private static @Nullable EntityId sourceOf(Statement statement, Map<PassageId, EnclosedRows.PassageRow> passages) {
        return statement
                .passage()
                .map(passages::get)
                .map(row -> new EntityId(EntityKind.SOURCE, row.source()))
                .orElse(null);
    }

    /// The sources with these identifiers, and the containers they came out of, at any depth.
    private static List<SourceItem> sources(JdbcClient jdbc, Set<UUID> cited, Disclosure disclosure) {
        Map<UUID, SourceItem> items = new LinkedHashMap<>();
        List<UUID> next = List.copyOf(cited);
        while (!next.isEmpty()) {
            List<UUID> containers = new ArrayList<>();
            for (UUID id : next) {
                SourceRow row =
                        SourceRows.find(jdbc, new SourceId(id)).orElseThrow(() -> RecordIds.notFound("source:" + id));
                SourceItem item = SourceItem.read(jdbc, row);
                items.put(id, item);
                item.origins().forEach(origin -> containers.add(origin.other()));
            }
            next = containers.stream()
                    .distinct()
                    .filter(container -> !items.containsKey(container))
                    .toList();
        }
        return items.values().stream()
                .filter(item -> !disclosure.withheld().contains(EntityKind.SOURCE.code())
                        && !disclosure.withheld().contains(item.entity().toString()))
                .sorted(Comparator.comparingLong(item -> item.row().number()))
                .toList();
    }

    /// The decisions about properties of which every statement is disclosed.
    private static List<Resolutions.Resolution> decisions(
            JdbcClient jdbc, Set<EntityId> subjects, List<Statement> all, List<Statement> disclosed) {
        Set<StatementId> open = disclosed.stream().map(Statement::id).collect(Collectors.toSet());
        return Resolutions.listAbout(jdbc, subjects).stream()
                .filter(decision -> all.stream()
                        .filter(statement -> statement.claim().subject().equals(decision.subject())
                                && statement.property() == decision.property())
                        .allMatch(statement -> open.contains(statement.id())))
                .toList();
    }

    SourceItem item(UUID source) {
        return sources.stream()
                .filter(item -> item.row().id().value().equals(source))
                .findFirst()
                .orElseThrow();
    }
}
