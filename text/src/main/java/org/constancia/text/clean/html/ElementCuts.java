package org.constancia.text.clean.html;

import java.util.BitSet;
import java.util.Locale;
import java.util.Optional;
import org.constancia.text.clean.html.PageText.Segment;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Which elements of a page are no part of an article, each with the rule that says so.
///
/// Names lie now and then, so that no rule may cut an element that holds a large share of the running text.
final class ElementCuts {
    private static final double LARGE_SHARE = .35;

    private final PageText page;
    private final @Nullable String[] rules;
    private final int[] running;

    private ElementCuts(PageText page) {
        this.page = page;
        this.rules = new @Nullable String[page.elementCount()];
        this.running = new int[page.elementCount()];
    }

    static ElementCuts of(PageText page) {
        ElementCuts cuts = new ElementCuts(page);
        cuts.measure();
        cuts.judge();
        return cuts;
    }

    /// How much running text (long, unlinked segments) each element holds.
    private void measure() {
        for (Segment segment : page.segments()) {
            if (isRunning(segment)) running[segment.owner()] += segment.length();
        }
        for (int i = running.length - 1; i > 0; i--) running[page.parent(i)] += running[i];
    }

    static boolean isRunning(Segment segment) {
        return segment.weight() >= 80 && segment.linked() * 2 < segment.length();
    }

    private void judge() {
        for (int i = 1; i < rules.length; i++) {
            if (page.endSegment(i) == 0) continue;
            Optional<String> rule = rule(page.element(i));
            if (rule.isEmpty()) continue;
            if (byName(rule.get()) && (isQuotation(i) || isSentence(i, rule.get()))) continue;
            boolean sure = rule.get().equals("hidden") || rule.get().equals("figure");
            double share = running[0] == 0 ? 0 : (double) running[i] / running[0];
            if (share < (sure ? .7 : LARGE_SHARE)) rules[i] = rule.get();
        }
    }

    private static boolean byName(String rule) {
        return !rule.equals("hidden") && !rule.equals("figure") && !rule.equals("aside");
    }

    /// A quotation, such as an embedded post, or a wrapper with little else in it: what it is wrapped in says nothing.
    private boolean isQuotation(int number) {
        int quoted = page.tag(number).equals("blockquote") ? page.textLength(number) : 0;
        for (int i = number + 1; i <= page.lastElement(number) && quoted == 0; i++)
            if (page.tag(i).equals("blockquote")) quoted = page.textLength(i);
        return quoted > page.textLength(number) / 2;
    }

    /// A paragraph that is a sentence of its own is not cut by names that sites give to all kinds of things.
    private boolean isSentence(int number, String rule) {
        if (!page.tag(number).equals("p") || page.endSegment(number) - page.firstSegment(number) != 1) return false;
        if (!rule.equals("page-furniture") && !rule.equals("navigation") && !rule.equals("sidebar")) return false;
        String words = page.of(page.segments().get(page.firstSegment(number)));
        return words.length() >= 50 && words.endsWith(".");
    }

    private static Optional<String> rule(Element element) {
        String tag = element.normalName();
        switch (tag) {
            case "html", "body", "article", "main", "tbody", "tr", "thead" -> {
                return Optional.empty();
            }
            case "nav" -> {
                return Optional.of("navigation");
            }
            case "footer" -> {
                return Optional.of("footer");
            }
            case "aside" -> {
                return Optional.of("aside");
            }
            case "button", "dialog", "menu", "search", "fieldset", "legend" -> {
                return Optional.of("form");
            }
            case "figcaption", "figure" -> {
                return Optional.of("figure");
            }
            default -> {}
        }
        if (isHidden(element)) return Optional.of("hidden");
        ElementNames.Verdict names = ElementNames.standard().judge(element);
        if (names.body()) return Optional.empty();
        if (names.caption()) return Optional.of("figure");
        return names.cut();
    }

    private static boolean isHidden(Element element) {
        if (element.hasAttr("hidden")) return true;
        String style = element.attr("style");
        if (style.isEmpty()) return false;
        String squeezed = style.toLowerCase(Locale.ROOT).replace(" ", "");
        return squeezed.contains("display:none") || squeezed.contains("visibility:hidden");
    }

    /// The rule that cuts an element itself; empty when it stands.
    Optional<String> findRule(int number) {
        return Optional.ofNullable(rules[number]);
    }

    /// The rule that cuts a segment out of the article under a root: of the outermost cut element between the two.
    Optional<String> findRule(Segment segment, int root) {
        String rule = null;
        for (int at = segment.owner(); at > root && at > 0; at = page.parent(at)) {
            if (rules[at] != null) rule = rules[at];
        }
        return Optional.ofNullable(rule);
    }

    /// The segments under no cut at all, in which an article is looked for.
    BitSet usable() {
        boolean[] under = new boolean[rules.length];
        for (int i = 1; i < rules.length; i++) under[i] = rules[i] != null || under[page.parent(i)];
        BitSet usable = new BitSet();
        for (int i = 0; i < page.segments().size(); i++) {
            if (!under[page.segments().get(i).owner()]) usable.set(i);
        }
        return usable;
    }
}
