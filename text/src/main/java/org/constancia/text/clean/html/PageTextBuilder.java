package org.constancia.text.clean.html;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.constancia.text.clean.Blank;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.Range;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/// Walks a parsed page once, without recursion, and writes down its text.
///
/// Runs of white space become one space, block elements and doubled line breaks end a segment, a single line break
/// becomes a line end inside it. What is never shown as text (scripts, styles, form values) is passed over.
final class PageTextBuilder {
    private static final Set<String> SILENT = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "svg",
            "math",
            "iframe",
            "object",
            "embed",
            "audio",
            "video",
            "canvas",
            "select",
            "option",
            "datalist",
            "textarea",
            "head",
            "map",
            "noframes",
            "applet");
    private static final Set<String> BLOCKS = Set.of(
            "html",
            "body",
            "div",
            "p",
            "section",
            "article",
            "main",
            "header",
            "footer",
            "nav",
            "aside",
            "ul",
            "ol",
            "li",
            "dl",
            "dt",
            "dd",
            "table",
            "thead",
            "tbody",
            "tfoot",
            "tr",
            "td",
            "th",
            "caption",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "blockquote",
            "pre",
            "figure",
            "figcaption",
            "form",
            "fieldset",
            "legend",
            "address",
            "hr",
            "details",
            "summary",
            "center",
            "button",
            "hgroup",
            "dialog",
            "menu",
            "search",
            "amp-ad",
            "amp-img",
            "label");

    private final Document document;
    private final StringBuilder text = new StringBuilder();
    private final List<PageText.Segment> segments = new ArrayList<>();
    private final List<Element> elements = new ArrayList<>();
    private int[] parent = new int[1024];
    private int[] ordinal = new int[1024];
    private int[] depth = new int[1024];
    private int[] last = new int[1024];
    private final List<Integer> open = new ArrayList<>();
    private final List<@Nullable Map<String, Integer>> siblings = new ArrayList<>();
    private int links;

    private int start = -1;
    private int owner;
    private int block;
    private int linked;
    private int sourceStart;
    private int sourceEnd;
    private int breaks;
    private boolean space;

    private PageTextBuilder(Document document) {
        this.document = document;
    }

    static PageText build(Document document) {
        PageTextBuilder builder = new PageTextBuilder(document);
        builder.walk();
        int count = builder.elements.size();
        return new PageText(
                document,
                builder.text.toString(),
                builder.segments,
                builder.elements,
                Arrays.copyOf(builder.parent, count),
                Arrays.copyOf(builder.ordinal, count),
                Arrays.copyOf(builder.last, count));
    }

    private void walk() {
        Node node = document;
        while (node != null) {
            boolean descend = enter(node);
            if (descend && node.childNodeSize() > 0) {
                node = node.childNode(0);
                continue;
            }
            if (descend) leave(node);
            while (node != null && node != document && node.nextSibling() == null) {
                node = node.parent();
                if (node != null) leave(node);
            }
            node = node == null || node == document ? null : node.nextSibling();
        }
        flush();
    }

    /// Takes a node in; false when what is under it is passed over.
    private boolean enter(Node node) {
        if (node instanceof TextNode words) {
            add(words);
            return false;
        }
        if (!(node instanceof Element element)) return false;
        String tag = element.normalName();
        if (SILENT.contains(tag)) return false;
        if (tag.equals("br")) {
            breaks++;
            if (breaks > 1) flush();
            return false;
        }
        open(element, tag);
        if (BLOCKS.contains(tag)) flush();
        if (tag.equals("a") && element.hasAttr("href")) links++;
        return true;
    }

    private void open(Element element, String tag) {
        int number = elements.size();
        elements.add(element);
        if (number == parent.length) grow();
        int level = open.size();
        parent[number] = level == 0 ? 0 : open.get(level - 1);
        depth[number] = level;
        last[number] = number;
        if (level > 0) {
            Map<String, Integer> counts = siblings.get(level - 1);
            if (counts == null) {
                counts = new HashMap<>();
                siblings.set(level - 1, counts);
            }
            ordinal[number] = counts.merge(tag, 1, Integer::sum);
        }
        open.add(number);
        siblings.add(null);
    }

    private void grow() {
        int larger = parent.length * 2;
        parent = Arrays.copyOf(parent, larger);
        ordinal = Arrays.copyOf(ordinal, larger);
        depth = Arrays.copyOf(depth, larger);
        last = Arrays.copyOf(last, larger);
    }

    private void leave(Node node) {
        if (!(node instanceof Element element)) return;
        String tag = element.normalName();
        if (BLOCKS.contains(tag)) flush();
        if (tag.equals("a") && element.hasAttr("href")) links--;
        int number = open.removeLast();
        siblings.removeLast();
        last[number] = elements.size() - 1;
    }

    private void add(TextNode node) {
        String words = node.getWholeText();
        for (int i = 0; i < words.length(); i++) {
            char character = words.charAt(i);
            if (isCollapsed(character)) {
                space = true;
                continue;
            }
            if (start < 0) {
                if (Blank.isBlank(character)) continue;
                begin(node);
            } else {
                separate();
            }
            text.append(character);
            if (links > 0) linked++;
        }
        if (start >= 0) coverWith(node);
    }

    private static boolean isCollapsed(char character) {
        return character == ' ' || character == '\n' || character == '\t' || character == '\r' || character == '\f';
    }

    private void begin(TextNode node) {
        if (!text.isEmpty()) text.append('\n');
        start = text.length();
        owner = open.getLast();
        block = owner;
        while (block > 0 && !BLOCKS.contains(elements.get(block).normalName())) block = parent[block];
        linked = 0;
        Range range = node.sourceRange();
        sourceStart = range.isTracked() ? range.startPos() : 0;
        sourceEnd = sourceStart;
        space = false;
        breaks = 0;
    }

    private void separate() {
        if (breaks > 0) text.append('\n');
        else if (space) text.append(' ');
        space = false;
        breaks = 0;
    }

    /// Moves the owner up until it holds the node too.
    private void coverWith(TextNode node) {
        if (text.length() == start) return;
        while (owner > 0 && (depth[owner] >= open.size() || open.get(depth[owner]) != owner)) owner = parent[owner];
        Range range = node.sourceRange();
        if (range.isTracked()) sourceEnd = Math.max(sourceEnd, range.endPos());
    }

    private void flush() {
        if (start >= 0) {
            int end = Blank.trim(text, start, text.length());
            if (end > start)
                segments.add(new PageText.Segment(
                        start,
                        end,
                        owner,
                        block,
                        Math.min(linked, end - start),
                        sourceStart,
                        sourceEnd,
                        PageText.weigh(text, start, end)));
        }
        start = -1;
        space = false;
        breaks = 0;
    }
}
