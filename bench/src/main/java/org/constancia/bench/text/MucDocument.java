package org.constancia.bench.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One report with its gold templates, from a file of one JSON object a line.
record MucDocument(String id, String text, List<MucTemplate> templates) {
    static List<MucDocument> read(Path file) throws IOException {
        JsonMapper mapper = JsonMapper.shared();
        List<MucDocument> documents = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            JsonNode json = mapper.readTree(line);
            List<MucTemplate> templates = new ArrayList<>();
            for (JsonNode template : json.get("templates")) templates.add(template(template));
            documents.add(new MucDocument(
                    json.get("docid").asString(), json.get("doctext").asString(), templates));
        }
        return documents;
    }

    private static MucTemplate template(JsonNode json) {
        Map<String, List<List<String>>> slots = new LinkedHashMap<>();
        for (String slot : MucTemplate.SLOTS) {
            List<List<String>> entities = new ArrayList<>();
            for (JsonNode entity : json.get(slot)) {
                List<String> mentions = new ArrayList<>();
                for (JsonNode mention : entity) mentions.add(mention.get(0).asString());
                if (!mentions.isEmpty()) entities.add(mentions);
            }
            slots.put(slot, entities);
        }
        return new MucTemplate(json.get("incident_type").asString(), slots);
    }
}
