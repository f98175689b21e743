package org.constancia.text.document;

import java.util.List;

/// Joins the lines of a page to paragraphs.
///
/// A new paragraph begins behind a wider gap, at a change of letter size, at an indented line behind a finished
/// sentence, or behind a line that stops short with a finished sentence. A word divided at a line's end is joined.
final class PdfParagraphs {
    private static final float WIDE_GAP = 1.45f;
    private static final float SHORT_LINE = .85f;

    private PdfParagraphs() {}

    static void add(int page, List<PdfPage.Line> lines, LayerBuilder layer) {
        float gap = usualGap(lines);
        float right =
                (float) lines.stream().mapToDouble(PdfPage.Line::right).max().orElse(0);
        StringBuilder paragraph = new StringBuilder();
        int number = 1;
        for (int i = 0; i < lines.size(); i++) {
            if (i > 0 && begins(lines.get(i - 1), lines.get(i), gap, right)) {
                layer.add(paragraph.toString(), new Locator.PageParagraph(page, number++));
                paragraph.setLength(0);
            }
            append(paragraph, lines.get(i).text());
        }
        layer.add(paragraph.toString(), new Locator.PageParagraph(page, number));
    }

    private static float usualGap(List<PdfPage.Line> lines) {
        float[] gaps = new float[Math.max(1, lines.size())];
        int count = 0;
        for (int i = 1; i < lines.size(); i++) {
            float gap = lines.get(i).y() - lines.get(i - 1).y();
            if (gap > 1) gaps[count++] = gap;
        }
        java.util.Arrays.sort(gaps, 0, count);
        return count == 0 ? 12 : gaps[count / 4];
    }

    private static boolean begins(PdfPage.Line before, PdfPage.Line line, float gap, float right) {
        float distance = line.y() - before.y();
        if (distance < -1 || distance > WIDE_GAP * gap) return true;
        if (Math.abs(line.size() - before.size()) > 1.2f) return true;
        boolean finished = ".!?:”\"»".indexOf(before.text().charAt(before.text().length() - 1)) >= 0;
        boolean indented = line.x() > before.x() + Math.max(6, line.size() * .8f);
        return finished && (indented || before.right() < SHORT_LINE * right);
    }

    private static void append(StringBuilder paragraph, String line) {
        int last = paragraph.length() - 1;
        boolean divided = last > 0
                && (paragraph.charAt(last) == '-'
                        || paragraph.charAt(last) == '\u00AD'
                        || paragraph.charAt(last) == '\u2010')
                && Character.isLetter(paragraph.charAt(last - 1))
                && Character.isLowerCase(line.charAt(0));
        if (divided) {
            paragraph.setLength(last);
        } else if (last >= 0) {
            paragraph.append(' ');
        }
        paragraph.append(line);
    }
}
