package org.constancia.text.clean.html;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// What a site calls itself, to be taken off titles: "Headline | The Paper" is the headline.
///
/// Names come from metadata, from the address, and from links to the front page. Without any, a last part behind a bar
/// is taken for a name, and behind a dash when it is short and capitalised like one.
final class SiteName {
    private static final Pattern STRONG = Pattern.compile("\\s*[|»«•·]\\s*|\\s+::?\\s+|\\s*::\\s*");
    private static final Pattern DASH = Pattern.compile("\\s+[-–—]\\s+|\\s+[›>]\\s+");
    private static final Set<String> SMALL =
            Set.of("el", "la", "los", "las", "de", "del", "y", "the", "of", "and", "for", "en", "in", "da", "do");
    private static final int MOST_NAME_WORDS = 5;
    private static final int FEWEST_TITLE_WORDS = 3;

    private final Set<String> names;

    private SiteName(Set<String> names) {
        this.names = names;
    }

    /// @param stated names from metadata
    static SiteName of(Document document, List<String> stated) {
        Set<String> names = new HashSet<>();
        for (String name : stated) names.add(letters(name));
        for (Element link : document.select("link[rel=canonical], meta[property=og:url]"))
            addHost(link.hasAttr("href") ? link.attr("href") : link.attr("content"), names);
        for (Element home : document.select("a[href=/], a[rel=home], a[href=index.html]"))
            if (home.text().length() <= 60) names.add(letters(home.text()));
        names.removeIf(
                name -> name.length() < 3 || Set.of("home", "inicio", "portada").contains(name));
        return new SiteName(names);
    }

    private static void addHost(String address, Set<String> names) {
        String host = address.replaceFirst("^https?://", "")
                .replaceFirst("[/?#].*$", "")
                .replaceFirst("^www\\.", "");
        String[] labels = host.split("\\.");
        if (labels.length >= 2) names.add(letters(labels[0]));
        names.add(letters(host));
    }

    boolean is(String words) {
        return names.contains(letters(words));
    }

    /// A title without the name of the site and of its sections.
    String strippedFrom(String title) {
        String[] parts = STRONG.split(title.strip());
        String best = parts.length == 0 ? title : longest(parts);
        String[] dashed = DASH.split(best);
        if (dashed.length < 2) return best.strip();
        String last = dashed[dashed.length - 1];
        String first = dashed[0];
        String rest = best.substring(0, best.lastIndexOf(last)).replaceFirst("\\s+[-–—›>]\\s+$", "");
        if (is(last) || parts.length == 1 && count(rest) >= FEWEST_TITLE_WORDS && isLikeName(last) && !isLikeName(rest))
            return rest.strip();
        return is(first)
                ? best.substring(best.indexOf(first) + first.length()).replaceFirst("^\\s+[-–—›>]\\s+", "")
                : best.strip();
    }

    private String longest(String[] parts) {
        String best = "";
        for (String part : parts) if (!is(part) && part.length() > best.length()) best = part;
        return best.isEmpty() ? parts[0] : best;
    }

    /// A few words, all of them capitalised but for articles.
    private static boolean isLikeName(String words) {
        String[] all = words.strip().split("\\s+");
        if (all.length > MOST_NAME_WORDS) return false;
        for (String word : all)
            if (!SMALL.contains(word) && !Character.isUpperCase(word.codePointAt(0)) && !word.contains("."))
                return false;
        return true;
    }

    private static int count(String words) {
        return words.strip().split("\\s+").length;
    }

    private static String letters(String words) {
        return Normalizer.normalize(words, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
