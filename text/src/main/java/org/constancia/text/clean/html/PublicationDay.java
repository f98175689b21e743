package org.constancia.text.clean.html;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.constancia.text.clean.StatedDay;
import org.constancia.text.clean.html.PageText.Segment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/// Finds the day a page was published where its metadata are silent: `time` elements and lines with a date between the
/// headline and the text or right behind it, the address, the dateline.
///
/// A line that speaks of publication counts before one that says nothing, and that before one that speaks of a change.
/// Dates in running text date what is told.
final class PublicationDay {
    private static final int ABOVE = 14;
    private static final int BEHIND = 10;
    /// The second paragraph is sought no farther below the first than this.
    private static final int MOST_LINES = 60;
    private static final int LONGEST_LINE = 140;
    private static final Set<String> FOREIGN = Set.of("related", "sidebar", "footer", "comments", "aside");
    private static final Pattern PUBLISHED =
            Pattern.compile("publi[cs]|posted|fecha|first|cread[oa]|issued|\\bdate\\b");
    private static final Pattern CHANGED = Pattern.compile("actualiza|updated|modifi|revis|edited|editado|corregid");
    private static final Pattern ADDRESS = Pattern.compile("/((?:19|20)\\d\\d)[/-](\\d{1,2})[/-](\\d{1,2})(?:/|-|$)");

    private final PageText page;
    private final StatedDay.Order order;
    private final ElementCuts cuts;

    PublicationDay(PageText page, StatedDay.Order order, ElementCuts cuts) {
        this.page = page;
        this.order = order;
        this.cuts = cuts;
    }

    Optional<LocalDate> find(BitSet members) {
        return named(page.document())
                .or(() -> besideText(members))
                .or(() -> inAddress(page.document()))
                .or(() -> dateline(members));
    }

    private Optional<LocalDate> named(Document document) {
        Elements stated = document.select("[itemprop=datePublished], time[pubdate], [property=datePublished]");
        for (String query : new String[] {"[itemprop=datePublished]", "time[pubdate]", "[property=datePublished]"}) {
            for (Element element : stated) {
                Optional<LocalDate> day = element.is(query) ? of(element) : Optional.empty();
                if (day.isPresent()) return day;
            }
        }
        return Optional.empty();
    }

    private Optional<LocalDate> of(Element element) {
        for (String attribute : new String[] {"datetime", "content", "title"}) {
            Optional<LocalDate> day = StatedDay.find(element.attr(attribute), order);
            if (day.isPresent()) return day;
        }
        String words = element.text();
        return words.length() > LONGEST_LINE ? Optional.empty() : StatedDay.find(words, order);
    }

    /// The best line from a few above the first paragraph to the second, else from a few behind the last.
    private Optional<LocalDate> besideText(BitSet members) {
        if (members.isEmpty()) return Optional.empty();
        int first = members.nextSetBit(0);
        int limit = Math.min(first + MOST_LINES, Headlines.secondParagraph(page, members));
        Optional<LocalDate> above = best(Math.max(0, first - ABOVE), limit);
        if (above.isPresent()) return above;
        return best(members.length() - 1, Math.min(page.segments().size(), members.length() + BEHIND));
    }

    private Optional<LocalDate> best(int from, int to) {
        LocalDate best = null;
        int most = 0;
        for (int i = from; i < Math.min(page.segments().size(), to); i++) {
            Segment segment = page.segments().get(i);
            int worth = worth(segment);
            if (worth < most || worth == most && best != null && worth < 3) continue;
            Optional<LocalDate> day = day(segment);
            if (day.isPresent() && worth > most) {
                best = day.get();
                most = worth;
            }
        }
        return Optional.ofNullable(best);
    }

    /// 3 for a line that speaks of publication, 2 for one that says nothing, 1 for one that speaks of a change, 0 for
    /// one that dates something else.
    private int worth(Segment segment) {
        if (segment.length() > LONGEST_LINE
                || segment.isMostlyLink() && time(segment).isEmpty()) return 0;
        if (cuts.findRule(segment, 0).filter(FOREIGN::contains).isPresent()) return 0;
        String words = page.of(segment).toLowerCase(Locale.ROOT);
        String names = names(segment);
        boolean changed =
                CHANGED.matcher(words).find() || CHANGED.matcher(names).find();
        boolean published =
                PUBLISHED.matcher(words).find() || PUBLISHED.matcher(names).find();
        if (published) return 3;
        return changed ? 1 : 2;
    }

    private String names(Segment segment) {
        StringBuilder names = new StringBuilder();
        for (int at = segment.owner(), level = 0; at > 0 && level < 2; at = page.parent(at), level++) {
            if (page.endSegment(at) - page.firstSegment(at) > 2) break;
            names.append(page.element(at).className())
                    .append(' ')
                    .append(page.element(at).id())
                    .append(' ');
        }
        return names.toString().toLowerCase(Locale.ROOT);
    }

    private Optional<Element> time(Segment segment) {
        for (int at = segment.owner(), level = 0; at > 0 && level < 2; at = page.parent(at), level++) {
            if (page.endSegment(at) - page.firstSegment(at) > 1) break;
            Element time = page.tag(at).equals("time")
                    ? page.element(at)
                    : page.element(at).selectFirst("time[datetime]");
            if (time != null) return Optional.of(time);
        }
        return Optional.empty();
    }

    private Optional<LocalDate> day(Segment segment) {
        Optional<LocalDate> marked = time(segment).flatMap(this::of);
        if (marked.isPresent()) return marked;
        String words = page.of(segment);
        return StatedDay.isMostlyDate(words) ? StatedDay.find(words, order) : Optional.empty();
    }

    private static Optional<LocalDate> inAddress(Document document) {
        for (Element element : document.select("link[rel=canonical], meta[property=og:url], link[rel=amphtml]")) {
            String address = element.hasAttr("href") ? element.attr("href") : element.attr("content");
            Matcher match = ADDRESS.matcher(address);
            if (match.find()) return StatedDay.find(match.group(1) + "/" + match.group(2) + "/" + match.group(3));
        }
        return Optional.empty();
    }

    /// "Bogotá, 21 de octubre de 2021.": the first words of the text, when a place and a whole date open it.
    private Optional<LocalDate> dateline(BitSet members) {
        int first = members.nextSetBit(0);
        if (first < 0) return Optional.empty();
        for (int i = first; i >= 0 && i < Math.min(page.segments().size(), first + 2); i++) {
            Optional<LocalDate> day =
                    StatedDay.inDateline(page.of(page.segments().get(i)), order);
            if (day.isPresent()) return day;
        }
        return Optional.empty();
    }
}
