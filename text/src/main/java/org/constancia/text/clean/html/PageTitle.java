package org.constancia.text.clean.html;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.constancia.text.clean.html.PageText.Segment;
import org.jsoup.nodes.Element;

/// Decides what the headline of a page is: the heading over the article that says what the page's titles say.
///
/// What metadata and the `title` element state names the page for other sites and often carries the site's name; the
/// heading is what readers saw. Where none agrees, the stated title without the site's name; where nothing is stated,
/// the last heading before the article.
final class PageTitle {
    private static final double AGREES = .5;
    private static final int LONGEST = 300;
    private static final int NEAR = 6;
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}\\p{M}]+");
    private static final Set<String> FOREIGN =
            Set.of("related", "navigation", "sidebar", "footer", "aside", "comments");

    private final PageText page;
    private final List<String> stated;
    private final SiteName site;
    private final ElementCuts cuts;

    PageTitle(PageText page, PageMetadata metadata, ElementCuts cuts) {
        this.page = page;
        this.site = metadata.site();
        this.stated = metadata.titles().stream().map(site::strippedFrom).toList();
        this.cuts = cuts;
    }

    /// @param members the segments of the article
    Optional<String> find(BitSet members) {
        int limit = Math.min(Headlines.FARTHEST, Headlines.secondParagraph(page, members));
        int best = -1;
        double most = 0;
        for (int i = 0; i < Math.min(limit, page.segments().size()); i++) {
            if (!isCandidate(i)) continue;
            double worth = worth(i);
            if (worth >= most) {
                most = worth;
                best = i;
            }
        }
        if (best >= 0 && most >= AGREES) return Optional.of(words(best));
        if (!stated.isEmpty()) return Optional.of(stated.getFirst());
        return lastHeading(members);
    }

    private String words(int segment) {
        return page.of(page.segments().get(segment)).replaceAll("\\s+", " ");
    }

    private boolean isCandidate(int number) {
        Segment segment = page.segments().get(number);
        if (segment.length() < 3 || segment.length() > LONGEST || site.is(page.of(segment))) return false;
        return cuts.findRule(segment, 0).filter(FOREIGN::contains).isEmpty();
    }

    /// How far a segment agrees with a stated title; headings count more than other lines.
    private double worth(int number) {
        Segment segment = page.segments().get(number);
        Set<String> own = bag(words(number));
        if (own.isEmpty()) return 0;
        double agreement = 0;
        for (String title : stated) agreement = Math.max(agreement, likeness(own, bag(title)));
        if (isHeadline(segment)) return agreement;
        return agreement >= .8 ? agreement - .1 : 0;
    }

    private boolean isHeadline(Segment segment) {
        if (page.tag(segment.block()).matches("h[1-4]")) return true;
        for (int at = segment.owner(), level = 0; at > 0 && level < 3; at = page.parent(at), level++) {
            Element element = page.element(at);
            if (element.attr("itemprop").equalsIgnoreCase("headline")) return true;
            if (page.endSegment(at) - page.firstSegment(at) > 2) return false;
            if (ElementNames.standard().judge(element).headline()) return true;
        }
        return false;
    }

    private static double likeness(Set<String> one, Set<String> other) {
        Set<String> both = new HashSet<>(one);
        both.retainAll(other);
        return other.isEmpty() ? 0 : 2.0 * both.size() / (one.size() + other.size());
    }

    private static Set<String> bag(String line) {
        Set<String> words = new HashSet<>(List.of(BETWEEN_WORDS.split(line.toLowerCase(Locale.ROOT))));
        words.remove("");
        return words;
    }

    /// Nothing is stated: the first heading of the highest level before the second paragraph, else a line like a title
    /// right above the first.
    private Optional<String> lastHeading(BitSet members) {
        int limit = Math.min(
                Headlines.secondParagraph(page, members), page.segments().size());
        for (String tag : List.of("h1", "h2", "h3")) {
            int last = -1;
            for (int i = 0; i < limit; i++)
                if (page.tag(page.segments().get(i).block()).equals(tag) && isCandidate(i)) last = i;
            if (last >= 0) return Optional.of(words(last));
        }
        int first = Math.max(0, members.nextSetBit(0));
        for (int i = Math.min(limit, first + 1) - 1; i >= Math.max(0, first - NEAR); i--) {
            if (isCandidate(i)
                    && (isHeadline(page.segments().get(i))
                            || isStrong(page.segments().get(i)))) return Optional.of(words(i));
        }
        return Optional.empty();
    }

    /// A line set in bold or large, as old pages set their headlines.
    private boolean isStrong(Segment segment) {
        if (segment.length() > 160 || segment.length() < 15) return false;
        for (int at = segment.owner(); at > 0 && at >= segment.block(); at = page.parent(at))
            if (Set.of("b", "strong", "font", "big", "center").contains(page.tag(at))) return true;
        return false;
    }
}
