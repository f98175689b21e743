package org.constancia.linkage.report;

import java.util.List;
import java.util.Locale;

/// Horizontal or vertical bars as SVG: readable without a script, in print and by screen readers (title and
/// description).
final class BarChart {
    /// One bar: its label, its length in units of the chart, and the text beside it.
    record Bar(String label, double value, String note) {}

    private static final int ROW = 18;
    private static final int LENGTH = 300;
    private static final int NOTES = 130;
    private static final int WIDTH = 630;

    /// About the width of a letter.
    private static final double LETTER = 6.4;

    private static final int HEIGHT = 180;

    private BarChart() {}

    /// Bars to the right for positive values and to the left for negative ones.
    static String horizontal(String title, List<Bar> bars) {
        double most =
                bars.stream().mapToDouble(bar -> Math.abs(bar.value())).max().orElse(1);
        boolean negative = bars.stream().anyMatch(bar -> bar.value() < 0);
        double scale = (negative ? LENGTH / 2.0 : LENGTH) / Math.max(1e-9, most);
        int labels = 16
                + (int) Math.ceil(LETTER
                        * bars.stream()
                                .mapToInt(bar -> bar.label().length())
                                .max()
                                .orElse(0));
        double zero = labels + (negative ? LENGTH / 2.0 : 0);
        StringBuilder svg = open(title, labels + LENGTH + NOTES, bars.size() * ROW + 8);
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            double length = Math.abs(bar.value()) * scale;
            double x = bar.value() < 0 ? zero - length : zero;
            int y = i * ROW + 4;
            text(svg, labels - 6, y + 12, "end", bar.label());
            svg.append(String.format(
                    Locale.ROOT,
                    "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"12\" class=\"%s\"/>",
                    x,
                    y + 2,
                    Math.max(0.5, length),
                    bar.value() < 0 ? "against" : "for"));
            text(svg, labels + LENGTH + 8, y + 12, "start", bar.note());
        }
        return svg.append("</svg></div>").toString();
    }

    /// Upright bars on a logarithmic scale of counts, with a line at `mark` (a position from 0 to the number
    /// of bars).
    static String histogram(String title, List<Bar> bars, double mark) {
        double most =
                bars.stream().mapToDouble(bar -> Math.log1p(bar.value())).max().orElse(1);
        double width = WIDTH / (double) Math.max(1, bars.size());
        StringBuilder svg = open(title, WIDTH + 20, HEIGHT + 24);
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            double height = Math.log1p(bar.value()) / Math.max(1e-9, most) * (HEIGHT - 10);
            svg.append(String.format(
                    Locale.ROOT,
                    "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" class=\"for\"><title>%s</title></rect>",
                    10 + i * width,
                    HEIGHT - height,
                    Math.max(1, width - 1),
                    height,
                    Html.escaped(bar.label() + ": " + bar.note())));
            if (i % Math.max(1, bars.size() / 10) == 0) {
                text(svg, (int) (10 + i * width), HEIGHT + 16, "start", bar.label());
            }
        }
        if (mark >= 0) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<line x1=\"%1$.1f\" x2=\"%1$.1f\" y1=\"0\" y2=\"%2$d\" class=\"mark\"/>",
                    10 + mark * width,
                    HEIGHT));
        }
        return svg.append("</svg></div>").toString();
    }

    private static StringBuilder open(String title, int width, int height) {
        return new StringBuilder()
                .append("<div class=\"chart\" role=\"group\" tabindex=\"0\" aria-label=\"")
                .append(Html.escaped(title))
                .append("\">")
                .append(String.format(
                        Locale.ROOT,
                        "<svg role=\"img\" viewBox=\"0 0 %d %d\" width=\"%d\" xmlns=\"http://www.w3.org/2000/svg\">",
                        width,
                        height,
                        width))
                .append("<title>")
                .append(Html.escaped(title))
                .append("</title>");
    }

    private static void text(StringBuilder svg, int x, int y, String anchor, String text) {
        svg.append(String.format(
                Locale.ROOT, "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\">%s</text>", x, y, anchor, Html.escaped(text)));
    }
}
