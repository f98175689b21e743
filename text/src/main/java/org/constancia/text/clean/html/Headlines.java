package org.constancia.text.clean.html;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.constancia.text.clean.html.PageText.Segment;
import org.jspecify.annotations.Nullable;

/// Finds the headline of a page and its standfirst, the line or two under it that sum the story up.
///
/// Both repeat what the body says, so that neither is body: the first-level heading, a line that equals the page's
/// title, and what stands in elements named as standfirst, as far as they come before the body's second paragraph.
final class Headlines {
    private static final double SAME_WORDS = .8;
    private static final int SHORTEST = 12;
    /// No page has its headline behind so many lines.
    static final int FARTHEST = 3_000;

    private final Map<Integer, String> rules = new HashMap<>();

    private Headlines() {}

    static Headlines of(PageText page, @Nullable String title, BitSet members) {
        Headlines headlines = new Headlines();
        int limit = Math.min(FARTHEST, secondParagraph(page, members));
        Set<String> stated = words(title == null ? "" : title);
        boolean found = false;
        for (int i = 0; i < Math.min(limit, page.segments().size()); i++) {
            Segment segment = page.segments().get(i);
            if (segment.length() < SHORTEST || segment.isMostlyLink() && !isHeading(page, segment)) continue;
            if (repeats(stated, words(page.of(segment)))) {
                headlines.rules.put(i, "title");
                found = true;
            } else if (members.get(i) && isNamedStandfirst(page, segment)) {
                headlines.rules.put(i, "standfirst");
            }
        }
        if (!found) headlines.addFirstHeading(page, members);
        return headlines;
    }

    /// The rule that makes a segment headline, `title` or `standfirst`; empty when it is none.
    Optional<String> findRule(int segment) {
        return Optional.ofNullable(rules.get(segment));
    }

    private void addFirstHeading(PageText page, BitSet members) {
        int end = Math.max(0, members.length());
        for (int i = 0; i < Math.min(end, page.segments().size()); i++) {
            Segment segment = page.segments().get(i);
            if (page.tag(segment.block()).equals("h1") && segment.length() >= SHORTEST) {
                rules.put(i, "title");
                return;
            }
        }
    }

    /// The segment at which the article's second paragraph begins.
    static int secondParagraph(PageText page, BitSet members) {
        int paragraphs = 0;
        for (int i = members.nextSetBit(0); i >= 0; i = members.nextSetBit(i + 1)) {
            Segment segment = page.segments().get(i);
            if (ElementCuts.isRunning(segment) && !isHeading(page, segment) && ++paragraphs == 2) return i;
        }
        return members.isEmpty() ? page.segments().size() : members.length();
    }

    private static boolean isHeading(PageText page, Segment segment) {
        return page.tag(segment.block()).matches("h[1-6]");
    }

    private static boolean isNamedStandfirst(PageText page, Segment segment) {
        for (int at = segment.owner(), level = 0; at > 0 && level < 3; at = page.parent(at), level++) {
            if (page.endSegment(at) - page.firstSegment(at) > 3) return false;
            if (ElementNames.standard().judge(page.element(at)).standfirst()) return true;
        }
        return false;
    }

    /// Whether two sets of words are nearly the same.
    private static boolean repeats(Set<String> title, Set<String> line) {
        if (title.size() < 3 || line.size() < 3) return title.size() > 0 && title.equals(line);
        Set<String> common = new HashSet<>(title);
        common.retainAll(line);
        return common.size() >= SAME_WORDS * Math.max(title.size(), line.size());
    }

    private static Set<String> words(String line) {
        if (line.length() > 400) return Set.of();
        Set<String> words =
                new HashSet<>(java.util.List.of(line.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")));
        words.remove("");
        return words;
    }
}
