package org.constancia.text.clean.html;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// The `meta` elements of a page by name, read in one walk, because a page is asked for some forty names.
final class MetaElements {
    private static final List<String> ATTRIBUTES = List.of("property", "name", "itemprop");

    private final Map<String, String> contents = new HashMap<>();

    private MetaElements() {}

    static MetaElements of(Document document) {
        MetaElements elements = new MetaElements();
        for (Element element : document.getElementsByTag("meta")) {
            String content = element.attr("content").strip();
            if (content.isEmpty()) continue;
            for (String attribute : ATTRIBUTES)
                if (element.hasAttr(attribute))
                    elements.contents.putIfAbsent(key(attribute, element.attr(attribute)), content);
        }
        return elements;
    }

    private static String key(String attribute, String name) {
        return attribute + '=' + name.strip().toLowerCase(Locale.ROOT);
    }

    /// The content of the first element with one of the names, the names in the order given.
    @Nullable
    String find(String... names) {
        for (String name : names) {
            for (String attribute : ATTRIBUTES) {
                String content = contents.get(key(attribute, name));
                if (content != null) return content;
            }
        }
        return null;
    }
}
