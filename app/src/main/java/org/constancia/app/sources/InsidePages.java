package org.constancia.app.sources;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.constancia.app.web.source.Inside;
import org.constancia.core.record.SourceId;
import org.constancia.store.source.PartRows;
import org.constancia.store.source.PartRows.MetadataRow;
import org.constancia.store.source.PartRows.PartRow;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a source came out of, what came out of it, and what is embedded in it, for its page.
final class InsidePages {
    private static final int SHOWN = 200;
    private static final JsonMapper JSON = JsonMapper.shared();

    private InsidePages() {}

    static Inside of(JdbcClient jdbc, SourceId source) {
        Inside.@Nullable Container container = PartRows.findUnpacking(jdbc, source)
                .map(row -> new Inside.Container(row.kind(), row.parts(), row.kept(), row.remarks()))
                .orElse(null);
        return new Inside(
                parts(PartRows.listOrigins(jdbc, source)),
                container,
                container == null ? List.of() : parts(PartRows.listParts(jdbc, source, SHOWN)),
                PartRows.findMetadata(jdbc, source).map(InsidePages::embedded).orElse(null));
    }

    private static List<Inside.Part> parts(List<PartRow> rows) {
        return rows.stream().map(InsidePages::part).toList();
    }

    private static Inside.Part part(PartRow row) {
        return new Inside.Part(
                row.other().toString(),
                row.number(),
                row.title(),
                row.kind(),
                row.name() == null ? "" : row.name(),
                capture(row));
    }

    private static Inside.@Nullable WebCapture capture(PartRow row) {
        if (row.target() == null || row.capturedAt() == null || row.status() == null || row.digest() == null)
            return null;
        return new Inside.WebCapture(
                row.capturedAt(), row.target(), row.status(), row.digest(), headers(row.headers()));
    }

    private static Map<String, List<String>> headers(@Nullable String json) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        if (json == null) return headers;
        for (Map.Entry<String, JsonNode> header : JSON.readTree(json).properties()) {
            List<String> values = new ArrayList<>();
            header.getValue().forEach(value -> values.add(value.asString()));
            headers.put(header.getKey(), values);
        }
        return headers;
    }

    private static Inside.Embedded embedded(MetadataRow row) {
        return new Inside.Embedded(
                row.taken() == null ? "" : row.taken(),
                row.camera() == null ? "" : row.camera(),
                row.latitude() == null || row.longitude() == null
                        ? null
                        : String.format(Locale.ROOT, "%.6f, %.6f", row.latitude(), row.longitude()),
                row.c2pa(),
                directories(row.directories()),
                row.reason() == null ? "" : row.reason());
    }

    private static Map<String, Map<String, String>> directories(@Nullable String json) {
        Map<String, Map<String, String>> directories = new LinkedHashMap<>();
        if (json == null) return directories;
        for (Map.Entry<String, JsonNode> directory : JSON.readTree(json).properties()) {
            Map<String, String> tags = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> tag : directory.getValue().properties()) {
                tags.put(tag.getKey(), tag.getValue().asString());
            }
            directories.put(directory.getKey(), tags);
        }
        return directories;
    }
}
