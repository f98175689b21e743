package org.constancia.app.cli.reading;

import java.util.Locale;
import org.constancia.text.clean.Block;
import org.constancia.text.document.Reading;
import org.constancia.text.document.TextLayer;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The JSON of `clean`.
///
/// `text` is the main text: the body blocks, a blank line between them. The offsets of `blocks` point into `layer`, the
/// whole text layer, which for a plain-text file is that file's own text.
final class ReadingJson {
    private ReadingJson() {}

    static ObjectNode of(Reading reading) {
        return switch (reading) {
            case Reading.Understood understood -> of(understood.layer());
            case Reading.NotUnderstood notUnderstood -> {
                ObjectNode json = JsonNodeFactory.instance.objectNode();
                json.put("text", "");
                json.put("not_understood", notUnderstood.reason());
                json.putArray("blocks");
                yield json;
            }
        };
    }

    private static ObjectNode of(TextLayer layer) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("title", layer.title());
        json.put("author", layer.author());
        json.put(
                "published",
                layer.published() == null ? null : layer.published().toString());
        json.put("language", layer.language());
        json.put("text", layer.body());
        ArrayNode blocks = json.putArray("blocks");
        for (Block block : layer.blocks()) {
            blocks.addObject()
                    .put("start", block.start())
                    .put("end", block.end())
                    .put("label", block.label().name().toLowerCase(Locale.ROOT))
                    .put("rule", block.rule());
        }
        json.put("layer", layer.text());
        return json;
    }
}
