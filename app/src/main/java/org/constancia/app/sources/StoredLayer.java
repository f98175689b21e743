package org.constancia.app.sources;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.constancia.core.time.PartialDate;
import org.constancia.store.record.SourceDoor.ReadingOutcome;
import org.constancia.store.source.TextRow;
import org.constancia.text.clean.Block;
import org.constancia.text.clean.Label;
import org.constancia.text.document.Locator;
import org.constancia.text.document.Position;
import org.constancia.text.document.Reading;
import org.constancia.text.document.TextLayer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// How a reading is written into the database and read back: text beside JSON arrays of its blocks and positions.
final class StoredLayer {
    private static final JsonMapper JSON = JsonMapper.shared();

    private StoredLayer() {}

    /// The reading with a text that the database can hold: it takes neither the character NUL nor half a surrogate
    /// pair.
    /// Each is replaced by one character, so that every offset stays.
    static Reading storable(Reading reading) {
        return switch (reading) {
            case Reading.NotUnderstood refused -> refused;
            case Reading.Understood(String mediaType, TextLayer layer) ->
                new Reading.Understood(
                        mediaType,
                        new TextLayer(
                                storable(layer.text()),
                                layer.language(),
                                layer.title() == null ? null : storable(layer.title()),
                                layer.author() == null ? null : storable(layer.author()),
                                layer.published(),
                                layer.blocks(),
                                layer.positions()));
        };
    }

    private static String storable(String text) {
        StringBuilder changed = new StringBuilder(text);
        for (int i = 0; i < changed.length(); i++) {
            char character = changed.charAt(i);
            boolean pair = Character.isHighSurrogate(character)
                    && i + 1 < changed.length()
                    && Character.isLowSurrogate(changed.charAt(i + 1));
            if (pair) i++;
            else if (character == '\0') changed.setCharAt(i, ' ');
            else if (Character.isSurrogate(character)) changed.setCharAt(i, '\uFFFD');
        }
        return changed.toString();
    }

    static ReadingOutcome of(Reading reading) {
        return switch (reading) {
            case Reading.NotUnderstood(var obstacle, String detail) ->
                new ReadingOutcome(null, null, null, null, null, null, "[]", "[]", obstacle.name(), detail);
            case Reading.Understood(String mediaType, TextLayer layer) ->
                new ReadingOutcome(
                        mediaType,
                        layer.text(),
                        layer.language(),
                        layer.title(),
                        layer.author(),
                        layer.published() == null ? null : layer.published().toString(),
                        JSON.writeValueAsString(
                                layer.blocks().stream().map(StoredLayer::block).toList()),
                        JSON.writeValueAsString(layer.positions().stream()
                                .map(StoredLayer::position)
                                .toList()),
                        null,
                        null);
        };
    }

    private static Map<String, Object> block(Block block) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("start", block.start());
        fields.put("end", block.end());
        fields.put("label", block.label().name());
        fields.put("rule", block.rule());
        return fields;
    }

    private static Map<String, Object> position(Position position) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("start", position.start());
        fields.put("end", position.end());
        switch (position.locator()) {
            case Locator.Line(int number) -> fields.put("line", number);
            case Locator.PageParagraph(int page, int paragraph) -> {
                fields.put("page", page);
                fields.put("paragraph", paragraph);
            }
            case Locator.Paragraph(int number) -> fields.put("paragraph", number);
            case Locator.Element(String path, int start, int end) -> {
                fields.put("path", path);
                fields.put("from", start);
                fields.put("to", end);
            }
        }
        return fields;
    }

    /// The text layer as the extractor reads it. Where runs stand in the original is not needed for that, only whether
    /// it has pages or paragraphs of its own, which the first one tells.
    static TextLayer layer(TextRow row) {
        return new TextLayer(row.text(), row.language(), null, null, null, blocks(row), firstPosition(row));
    }

    private static List<Position> firstPosition(TextRow row) {
        JsonNode first = JSON.readTree(row.positions()).path(0);
        if (!first.has("paragraph")) return List.of();
        Locator locator = first.has("page")
                ? new Locator.PageParagraph(
                        first.get("page").asInt(), first.get("paragraph").asInt())
                : new Locator.Paragraph(first.get("paragraph").asInt());
        return List.of(new Position(first.get("start").asInt(), first.get("end").asInt(), locator));
    }

    static List<Block> blocks(TextRow row) {
        List<Block> blocks = new ArrayList<>();
        for (JsonNode node : JSON.readTree(row.blocks())) {
            blocks.add(new Block(
                    node.get("start").asInt(),
                    node.get("end").asInt(),
                    Label.valueOf(node.get("label").asString()),
                    node.get("rule").asString()));
        }
        return blocks;
    }

    /// The day from which relative dates are read: a publication date that is known to the day.
    static @Nullable LocalDate anchor(@Nullable String published) {
        if (published == null) return null;
        return PartialDate.find(published)
                .filter(date -> date.precision() == PartialDate.Precision.DAY)
                .flatMap(PartialDate::earliest)
                .orElse(null);
    }
}
