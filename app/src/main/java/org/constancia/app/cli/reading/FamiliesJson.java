package org.constancia.app.cli.reading;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.constancia.text.duplicate.Comparison;
import org.constancia.text.duplicate.Family;
import org.constancia.text.duplicate.FamilyFinder;
import org.constancia.text.duplicate.FigureChange;
import org.constancia.text.duplicate.SharedPassage;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The JSON of `near-duplicates`: families with their evidence, and every pair found.
final class FamiliesJson {
    private FamiliesJson() {}

    static ObjectNode of(
            Map<String, String> texts,
            List<Family<String>> families,
            List<FamilyFinder.Pair<String>> pairs,
            Map<String, String> notUnderstood) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("files", texts.size() + notUnderstood.size());
        ArrayNode list = json.putArray("families");
        for (Family<String> family : families) {
            ObjectNode object = list.addObject();
            object.put("original", family.original());
            object.put("reason", family.reason().name().toLowerCase(Locale.ROOT));
            ArrayNode files = object.putArray("files").add(family.original());
            ArrayNode copies = object.putArray("copies");
            for (Family.Copy<String> copy : family.copies()) {
                files.add(copy.key());
                addCopy(copies.addObject(), copy, texts);
            }
        }
        ArrayNode found = json.putArray("pairs");
        for (FamilyFinder.Pair<String> pair : pairs)
            found.addObject()
                    .put("one", pair.one())
                    .put("other", pair.other())
                    .put("containment", rounded(pair.likeness().containment()));
        ObjectNode failed = json.putObject("not_understood");
        new TreeMap<>(notUnderstood).forEach(failed::put);
        return json;
    }

    private static void addCopy(ObjectNode json, Family.Copy<String> copy, Map<String, String> texts) {
        Comparison comparison = copy.comparison();
        String text = texts.getOrDefault(copy.key(), "");
        json.put("file", copy.key());
        json.put("containment", rounded(comparison.likeness().containment()));
        json.put("paragraphs", comparison.paragraphs());
        json.put("identical_paragraphs", comparison.identical());
        json.put("explanation", comparison.explanation());
        ArrayNode passages = json.putArray("shared_passages");
        for (SharedPassage passage : comparison.passages())
            passages.addObject()
                    .put("words", passage.words())
                    .put("text", text.substring(passage.copyStart(), passage.copyEnd()));
        ArrayNode adds = json.putArray("adds");
        for (Comparison.Span span : comparison.added()) adds.add(text.substring(span.start(), span.end()));
        ArrayNode changes = json.putArray("changed_figures");
        for (FigureChange change : comparison.changes())
            changes.addObject().put("original", change.before()).put("copy", change.after());
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
