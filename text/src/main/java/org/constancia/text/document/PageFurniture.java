package org.constancia.text.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Tells running headers, footers and page numbers from the text of the pages.
///
/// A line near the top or bottom edge is furniture when the same line, numbers aside, stands there on at least half of
/// the pages (never fewer than two), or when it is nothing but a page number.
final class PageFurniture {
    private static final int EDGE_LINES = 3;
    private static final float EDGE = .12f;
    private static final Pattern PAGE_NUMBER = Pattern.compile(
            "(?i)[-–—|\\s]*(?:p(?:age|ág(?:ina)?|ag(?:ina)?|\\.)?\\.?\\s*)?\\d{1,4}(?:\\s*(?:/|of|de)\\s*\\d{1,4})?[-–—|\\s]*");

    private PageFurniture() {}

    /// Adds the pages to a layer: their paragraphs, and their furniture apart.
    static void setApart(List<PdfPage> pages, LayerBuilder layer) {
        Map<String, Set<Integer>> repeated = new HashMap<>();
        for (PdfPage page : pages) {
            for (int i = 0; i < page.lines().size(); i++) {
                if (isAtEdge(page, i))
                    repeated.computeIfAbsent(withoutNumbers(page.lines().get(i)), _ -> new HashSet<>())
                            .add(page.number());
            }
        }
        int often = Math.max(2, (pages.size() + 1) / 2);
        for (PdfPage page : pages) {
            List<PdfPage.Line> running = new ArrayList<>();
            List<PdfPage.Line> after = new ArrayList<>();
            for (int i = 0; i < page.lines().size(); i++) {
                PdfPage.Line line = page.lines().get(i);
                Optional<String> rule = rule(
                        page,
                        i,
                        repeated.getOrDefault(withoutNumbers(line), Set.of()).size() >= often);
                if (rule.isEmpty()) {
                    running.add(line);
                } else if (running.isEmpty()) {
                    layer.addFurniture(line.text(), new Locator.PageParagraph(page.number(), 0), rule.get());
                } else {
                    after.add(line);
                }
            }
            PdfParagraphs.add(page.number(), running, layer);
            for (PdfPage.Line line : after) {
                String rule = isPageNumber(line) ? "page-number" : "page-footer";
                layer.addFurniture(line.text(), new Locator.PageParagraph(page.number(), 0), rule);
            }
        }
    }

    private static Optional<String> rule(PdfPage page, int index, boolean repeated) {
        if (!isAtEdge(page, index)) return Optional.empty();
        PdfPage.Line line = page.lines().get(index);
        if (isPageNumber(line)) return Optional.of("page-number");
        if (!repeated) return Optional.empty();
        return Optional.of(line.y() < page.height() / 2 ? "page-header" : "page-footer");
    }

    private static boolean isAtEdge(PdfPage page, int index) {
        PdfPage.Line line = page.lines().get(index);
        boolean outer = index < EDGE_LINES || index >= page.lines().size() - EDGE_LINES;
        return outer && (line.y() < EDGE * page.height() || line.y() > (1 - EDGE) * page.height());
    }

    private static boolean isPageNumber(PdfPage.Line line) {
        return PAGE_NUMBER.matcher(line.text()).matches();
    }

    private static String withoutNumbers(PdfPage.Line line) {
        return line.text().replaceAll("\\d+", "#").replaceAll("\\s+", " ");
    }
}
