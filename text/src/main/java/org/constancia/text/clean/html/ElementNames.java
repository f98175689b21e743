package org.constancia.text.clean.html;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.constancia.text.clean.WordGroups;
import org.jsoup.nodes.Element;

/// What class and id names say about an element, from `names.txt`, whose head explains the format.
final class ElementNames {
    /// What the names of one element say.
    ///
    /// @param body a name that sites give to the article's body
    /// @param weight how many groups of good names minus bad names spoke, in [-2, 2]
    /// @param cut the rule to cut the element by inside an article; empty when no name speaks against it
    record Verdict(
            boolean body, int weight, Optional<String> cut, boolean caption, boolean standfirst, boolean headline) {}

    private static final Verdict SILENT = new Verdict(false, 0, Optional.empty(), false, false, false);
    private static final int LONGEST_NAME = 300;
    private static final int MOST_REMEMBERED = 20_000;
    private static final ElementNames STANDARD = load();

    private final Map<String, List<String>> groups;
    private final Map<String, Verdict> remembered = new ConcurrentHashMap<>();

    private ElementNames(Map<String, List<String>> groups) {
        this.groups = groups;
    }

    static ElementNames standard() {
        return STANDARD;
    }

    private static ElementNames load() {
        Map<String, List<String>> groups = WordGroups.read(ElementNames.class, "names.txt");
        groups.replaceAll((_, names) -> names.stream()
                .map(name -> name.endsWith("*") ? " " + name.substring(0, name.length() - 1) : " " + name + " ")
                .toList());
        return new ElementNames(groups);
    }

    Verdict judge(Element element) {
        String classes = element.className();
        String id = element.id();
        String property = element.attr("itemprop");
        if (classes.isEmpty() && id.isEmpty() && property.isEmpty()) return SILENT;
        if (property.equalsIgnoreCase("articleBody"))
            return new Verdict(true, 2, Optional.empty(), false, false, false);
        String key = classes + '\n' + id;
        if (key.length() > LONGEST_NAME) key = key.substring(0, LONGEST_NAME);
        if (remembered.size() > MOST_REMEMBERED) remembered.clear();
        return remembered.computeIfAbsent(key, this::judge);
    }

    private Verdict judge(String key) {
        int split = key.indexOf('\n');
        String classes = words(split < 0 ? key : key.substring(0, split));
        String id = words(split < 0 ? "" : key.substring(split + 1));
        int weight = weight(classes) + weight(id);
        Optional<String> cut = Optional.empty();
        for (String group : groups.keySet()) {
            if (group.startsWith("cut ") && cut.isEmpty() && (speaks(group, classes) || speaks(group, id)))
                cut = Optional.of(group.substring(4));
        }
        boolean body = speaks("body", classes) || speaks("body", id);
        boolean caption = speaks("caption", classes) || speaks("caption", id);
        boolean standfirst = speaks("standfirst", classes) || speaks("standfirst", id);
        boolean headline = speaks("headline", classes) || speaks("headline", id);
        return new Verdict(body, weight, cut, caption, standfirst, headline);
    }

    private int weight(String words) {
        if (words.isBlank()) return 0;
        int weight = 0;
        if (speaks("good", words)) weight++;
        if (speaks("bad", words)) weight--;
        return weight;
    }

    private boolean speaks(String group, String words) {
        for (String name : groups.getOrDefault(group, List.of())) {
            if (words.contains(name)) return true;
        }
        return false;
    }

    /// ` article body wide `: the words of a name in lower case, blanks around each; camel case is split.
    private static String words(String name) {
        StringBuilder words = new StringBuilder(" ");
        char previous = ' ';
        for (int i = 0; i < name.length(); i++) {
            char character = name.charAt(i);
            boolean inner = Character.isLetterOrDigit(character);
            boolean hump = Character.isUpperCase(character) && Character.isLowerCase(previous);
            if ((!inner || hump) && words.charAt(words.length() - 1) != ' ') words.append(' ');
            if (inner) words.append(character);
            previous = character;
        }
        if (words.charAt(words.length() - 1) != ' ') words.append(' ');
        return words.toString().toLowerCase(Locale.ROOT);
    }
}
