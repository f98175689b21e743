package org.constancia.app.dossier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.constancia.core.record.EntityId;
import org.constancia.core.record.EntityKind;
import org.constancia.core.record.Statement;
import org.constancia.evidence.json.Json;
import org.constancia.store.dossier.EnclosedRows;
import org.constancia.store.source.CaptureRow;
import org.constancia.store.statement.Resolutions;
import org.jspecify.annotations.Nullable;

/// The disclosed records of an event as JSON, each with the change of the log that put it on record, so that a verifier
/// can compare the two. What statements come to is not in it: it follows from them, and the readable page shows it.
final class EventRecords {
    private static final String FORMAT = "constancia dossier records v1";

    private final EventMaterial material;
    private final LoggedChanges changes;

    EventRecords(EventMaterial material, LoggedChanges changes) {
        this.material = material;
        this.changes = changes;
    }

    Json.Object json(Instant made) {
        return Json.object()
                .with("format", FORMAT)
                .with("event", material.event().toString())
                .with("reference", material.page().reference())
                .with("made", made.toString())
                .with("withheldStatements", material.withheld())
                .with(
                        "subjects",
                        array(
                                subjects(),
                                subject -> Json.object()
                                        .with("id", subject.toString())
                                        .with("kind", subject.kind().code())))
                .with("statements", array(material.statements(), this::statement))
                .with("resolutions", array(material.decisions(), this::decision))
                .with("passages", array(material.passages(), this::passage))
                .with("texts", array(material.texts(), this::text))
                .with("sources", array(material.sources(), this::source));
    }

    private List<EntityId> subjects() {
        return material.statements().stream()
                .map(statement -> statement.claim().subject())
                .distinct()
                .toList();
    }

    private Json.Object statement(Statement statement) {
        String id = statement.id().toString();
        Json.Object json = Json.object()
                .with("id", id)
                .with("change", changes.changeOf(id))
                .with("subject", statement.claim().subject().toString())
                .with("property", statement.property().code())
                .with("value", statement.value().text())
                .with("basis", statement.claim().basis().code())
                .with("status", statement.status().code())
                .with("recordedBy", statement.recordedBy())
                .with("recordedAt", statement.recordedAt().toString());
        json = with(json, "attributedTo", statement.claim().attributedTo());
        json = with(json, "passage", statement.passage().map(Object::toString).orElse(null));
        json = with(json, "reason", statement.claim().reason());
        return with(
                json,
                "supersedes",
                statement.supersedes() == null ? null : statement.supersedes().toString());
    }

    private Json.Object decision(Resolutions.Resolution decision) {
        String subject = decision.subject().toString();
        String property = decision.property().code();
        return with(
                Json.object()
                        .with("subject", subject)
                        .with("property", property)
                        .with("change", changes.changeOf(LoggedChanges.decision(subject, property)))
                        .with("reason", decision.reason())
                        .with("resolvedBy", decision.resolvedBy())
                        .with("resolvedAt", decision.resolvedAt().toString()),
                "preferred",
                decision.preferred() == null ? null : decision.preferred().toString());
    }

    private Json.Object passage(EnclosedRows.PassageRow passage) {
        return Json.object()
                .with("id", id(passage))
                .with("change", changes.changeOf(id(passage)))
                .with("source", source(passage.source()))
                .with("layer", passage.layer())
                .with("start", passage.start())
                .with("end", passage.end())
                .with("text", passage.text());
    }

    static String id(EnclosedRows.PassageRow passage) {
        return passage.id().toString();
    }

    private static String source(java.util.UUID id) {
        return new EntityId(EntityKind.SOURCE, id).toString();
    }

    private Json.Object text(EnclosedRows.TextRow text) {
        String source = source(text.source());
        return with(
                Json.object()
                        .with("id", source)
                        .with("layer", text.layer())
                        .with("change", changes.changeOf(LoggedChanges.layer(source, text.layer())))
                        .with(
                                "file",
                                material.item(text.source())
                                        .working(text.layer())
                                        .value()),
                "language",
                text.language());
    }

    private Json.Object source(SourceItem item) {
        String id = item.entity().toString();
        return with(
                describe(item).with("id", id).with("change", changes.changeOf(id)),
                "mediaType",
                item.row().mediaType());
    }

    /// What dossiers and exports both say of an item.
    static Json.Object describe(SourceItem item) {
        Json.Object json = Json.object()
                .with("number", item.row().number())
                .with("file", item.original().value())
                .with("sha256", item.row().sha256())
                .with("sha512", item.row().sha512())
                .with("length", item.row().length())
                .with("receivedAt", item.row().receivedAt().toString())
                .with("captures", array(item.captures(), EventRecords::capture));
        Map<String, @Nullable String> known = new java.util.TreeMap<>();
        known.put("title", item.row().title());
        known.put("publisher", item.row().publisher());
        known.put("author", item.row().author());
        known.put("published", item.row().published());
        known.put("url", item.row().url());
        for (Map.Entry<String, @Nullable String> fact : known.entrySet())
            json = with(json, fact.getKey(), fact.getValue());
        return json;
    }

    private static Json.Object capture(CaptureRow capture) {
        return with(
                Json.object()
                        .with("at", capture.capturedAt().toString())
                        .with("by", capture.capturedBy())
                        .with("origin", capture.origin()),
                "fileName",
                capture.fileName());
    }

    static Json.Object with(Json.Object json, String name, @Nullable String value) {
        return value == null ? json : json.with(name, value);
    }

    static <T> Json.Array array(List<T> things, Function<T, Json.Object> json) {
        List<Json> items = new ArrayList<>();
        things.forEach(thing -> items.add(json.apply(thing)));
        return new Json.Array(items);
    }
}
