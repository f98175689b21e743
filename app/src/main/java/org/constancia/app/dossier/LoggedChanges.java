package org.constancia.app.dossier;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.constancia.app.log.Logged;
import org.constancia.app.log.RecordLog;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.core.record.EntityId;
import org.constancia.evidence.dossier.BagPath;
import org.constancia.evidence.json.Json;
import org.constancia.evidence.json.JsonReader;

/// What the log holds about the things of a dossier, and which of it is disclosed.
final class LoggedChanges {
    /// A change with what it says.
    record Entry(Logged logged, Json.Object payload) {
        static Entry of(Logged logged) {
            return new Entry(logged, JsonReader.readObject(logged.payload()));
        }

        String kind() {
            return payload.findText("kind").orElse("");
        }

        String change() {
            return payload.findText("change").orElse("");
        }
    }

    /// An entry and whether it is disclosed; where it commits to a file of the bag, which one.
    record Chosen(Entry entry, boolean open, Optional<BagPath> file) {}

    private final EventMaterial material;
    private final List<Entry> ofSubjects = new ArrayList<>();
    private final Map<EntityId, List<Entry>> ofSources = new LinkedHashMap<>();
    private final Map<String, String> recordings = new HashMap<>();

    /// @throws ConstanciaException with [Problem#READ_ONLY] when changes of the event are not in the log
    LoggedChanges(RecordLog log, EventMaterial material) {
        this.material = material;
        for (EntityId subject : material.subjects()) ofSubjects.addAll(list(log, subject));
        for (SourceItem source : material.sources()) ofSources.put(source.entity(), list(log, source.entity()));
        for (Entry entry : all()) {
            about(entry).ifPresent(what -> recordings.putIfAbsent(what, entry.change()));
        }
    }

    private static List<Entry> list(RecordLog log, EntityId subject) {
        return log.listLogged(subject.toString()).stream().map(Entry::of).toList();
    }

    private List<Entry> all() {
        List<Entry> all = new ArrayList<>(ofSubjects);
        ofSources.values().forEach(all::addAll);
        return all;
    }

    List<Entry> ofSource(EntityId source) {
        return ofSources.getOrDefault(source, List.of());
    }

    /// What a change put on record, by the name that [#changeOf] takes.
    private static Optional<String> about(Entry entry) {
        Json.Object payload = entry.payload();
        String subject = payload.findText("subject").orElse("");
        return switch (entry.kind()) {
            case "statement.accepted" -> payload.findText("statement");
            case "statement.superseded" ->
                payload.find("value").isPresent() ? Optional.empty() : payload.findText("statement");
            case "passage.marked" -> payload.findText("passage");
            case "source.preserved" -> Optional.of(subject);
            case "source.read" ->
                Optional.of(layer(subject, payload.findWhole("version").orElse(0L)));
            case "resolution.made" ->
                Optional.of(decision(subject, payload.findText("property").orElse("")));
            default -> Optional.empty();
        };
    }

    static String layer(String source, long version) {
        return source + " " + version;
    }

    static String decision(String subject, String property) {
        return subject + " " + property;
    }

    /// The change by which something was put on record.
    ///
    /// @throws ConstanciaException with [Problem#READ_ONLY] when it is not in the log
    String changeOf(String what) {
        return Optional.ofNullable(recordings.get(what))
                .orElseThrow(() -> new ConstanciaException(
                                Problem.READ_ONLY,
                                "A change of the event is not in the log yet, so no dossier can prove it; see the page of"
                                        + " the log, then try again")
                        .with("about", what));
    }

    /// The entries of the dossier, in the order of the log. Changes of sources that have nothing to do with the event
    /// (their other passages, proposals) are not among them.
    List<Chosen> choose() {
        Set<String> statements = texts(material.statements(), one -> one.id().toString());
        Set<String> passages = texts(material.passages(), EventRecords::id);
        Set<String> decisions = texts(
                material.decisions(),
                one -> decision(one.subject().toString(), one.property().code()));
        Set<String> open =
                texts(material.statements(), one -> one.claim().subject().toString());
        open.add(material.event().toString());
        List<Chosen> chosen = new ArrayList<>();
        for (Entry entry : ofSubjects) {
            String subject = entry.payload().findText("subject").orElse("");
            boolean disclosed = switch (entry.kind()) {
                case "entity.created", "event.published", "event.withdrawn" -> open.contains(subject);
                case "resolution.made", "resolution.withdrawn" ->
                    decisions.contains(decision(
                            subject, entry.payload().findText("property").orElse("")));
                default ->
                    entry.payload()
                            .findText("statement")
                            .filter(statements::contains)
                            .isPresent();
            };
            chosen.add(new Chosen(entry, disclosed, Optional.empty()));
        }
        for (SourceItem source : material.sources()) {
            for (Entry entry : ofSource(source.entity())) {
                ofSource(entry, source, statements, passages).ifPresent(chosen::add);
            }
        }
        chosen.sort(Comparator.comparingInt((Chosen one) -> one.entry().logged().log())
                .thenComparingLong(one -> one.entry().logged().index()));
        return chosen;
    }

    private Optional<Chosen> ofSource(Entry entry, SourceItem source, Set<String> statements, Set<String> passages) {
        Json.Object payload = entry.payload();
        return switch (entry.kind()) {
            case "entity.created",
                    "source.captured",
                    "source.derived",
                    "source.unpacked",
                    "page.captured",
                    "metadata.read" -> Optional.of(new Chosen(entry, true, Optional.empty()));
            case "source.preserved" -> Optional.of(new Chosen(entry, true, Optional.of(source.original())));
            case "source.read" -> Optional.of(new Chosen(entry, true, workingCopy(payload, source)));
            case "passage.marked" ->
                payload.findText("passage")
                        .filter(passages::contains)
                        .map(_ -> new Chosen(entry, true, Optional.empty()));
            default ->
                payload.findText("statement")
                        .map(statement -> new Chosen(entry, statements.contains(statement), Optional.empty()));
        };
    }

    private Optional<BagPath> workingCopy(Json.Object payload, SourceItem source) {
        long version = payload.findWhole("version").orElse(0L);
        boolean enclosed = material.texts().stream()
                .anyMatch(text -> text.source().equals(source.row().id().value()) && text.layer() == version);
        return enclosed && payload.findText("textSha256").isPresent()
                ? Optional.of(source.working((int) version))
                : Optional.empty();
    }

    private static <T> Set<String> texts(Collection<T> things, Function<T, String> text) {
        return things.stream().map(text).collect(Collectors.toCollection(HashSet::new));
    }
}
