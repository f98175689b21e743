package org.constancia.text.clean.html;

import java.util.BitSet;
import java.util.Optional;
import java.util.regex.Pattern;
import org.constancia.text.clean.Byline;
import org.constancia.text.clean.html.PageText.Segment;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Finds who signed a page where its metadata do not say, and takes from a stated name what is no name.
final class PageAuthor {
    private static final int ABOVE = 12;
    private static final int BEHIND = 6;
    private static final int LONGEST = 120;
    private static final Pattern NAME =
            Pattern.compile("\\p{Lu}[\\p{L}'’.-]*(?:\\s+(?:de|del|la|los|y|e|and|\\p{Lu}[\\p{L}'’.-]*)){1,6}");

    private PageAuthor() {}

    static Optional<String> find(PageText page, BitSet members, @Nullable String stated) {
        if (stated != null) {
            Optional<String> name = Byline.bareName(stated);
            if (name.isPresent()) return name;
        }
        if (members.isEmpty()) return Optional.empty();
        int first = Math.max(0, members.nextSetBit(0) - ABOVE);
        return between(
                        page,
                        first,
                        Math.min(
                                Math.min(first + Headlines.FARTHEST, Headlines.secondParagraph(page, members)),
                                page.segments().size()))
                .or(() -> between(
                        page, members.length() - 1, Math.min(page.segments().size(), members.length() + BEHIND)));
    }

    private static Optional<String> between(PageText page, int from, int to) {
        for (int i = from; i < to; i++) {
            Segment segment = page.segments().get(i);
            if (segment.length() > LONGEST) continue;
            String words = page.of(segment);
            Optional<String> name = Byline.findAuthor(words).or(() -> named(page, segment, words));
            if (name.isPresent()) return name.flatMap(Byline::bareName);
        }
        return Optional.empty();
    }

    /// "Ana Ruiz Mora" in an element called author or byline.
    private static Optional<String> named(PageText page, Segment segment, String words) {
        if (!NAME.matcher(words.strip()).matches()) return Optional.empty();
        for (int at = segment.owner(), level = 0; at > 0 && level < 3; at = page.parent(at), level++) {
            if (page.endSegment(at) - page.firstSegment(at) > 2) break;
            Element element = page.element(at);
            String names = (element.className() + " " + element.id() + " " + element.attr("rel") + " "
                            + element.attr("itemprop"))
                    .toLowerCase(java.util.Locale.ROOT);
            if (names.contains("author") || names.contains("byline") || names.contains("autor"))
                return Optional.of(words.strip());
        }
        return Optional.empty();
    }
}
