package org.constancia.text.clean;

import java.util.ArrayList;
import java.util.List;

/// Splits flat text into paragraphs.
///
/// Usually a line is a paragraph. In a text wrapped at a fixed width it is the lines up to a blank one; a text counts
/// as wrapped when most lines that are followed directly by another stop short of a sentence's end at a usual width.
final class ParagraphSplitter {
    private static final int NARROWEST = 40;
    private static final int WIDEST = 132;

    private ParagraphSplitter() {}

    static List<Paragraph> split(String text) {
        List<Paragraph> lines = lines(text);
        return isWrapped(text, lines) ? joined(text, lines) : lines;
    }

    private static List<Paragraph> lines(String text) {
        List<Paragraph> lines = new ArrayList<>();
        for (int start = 0; start < text.length(); ) {
            int end = start;
            while (end < text.length() && !isLineEnd(text.charAt(end))) end++;
            int first = Blank.skip(text, start, end);
            int last = Blank.trim(text, first, end);
            if (first < last) lines.add(Paragraph.plain(first, last));
            start = end + 1;
        }
        return lines;
    }

    private static boolean isLineEnd(char character) {
        return character == '\n'
                || character == '\r'
                || character == '\f'
                || character == '\u2028'
                || character == '\u2029';
    }

    private static boolean isWrapped(String text, List<Paragraph> lines) {
        int followed = 0;
        int open = 0;
        for (int i = 0; i + 1 < lines.size(); i++) {
            Paragraph line = lines.get(i);
            if (line.length() > WIDEST) return false;
            if (!touch(text, line, lines.get(i + 1))) continue;
            followed++;
            if (line.length() >= NARROWEST && !LineShape.endsSentence(line.of(text))) open++;
        }
        return followed >= 4 && open > .6 * followed;
    }

    /// Whether no blank line stands between two lines.
    private static boolean touch(String text, Paragraph line, Paragraph next) {
        int breaks = 0;
        for (int i = line.end(); i < next.start(); i++) {
            if (text.charAt(i) == '\f' || text.charAt(i) == '\u2029') return false;
            if (text.charAt(i) == '\n') breaks++;
        }
        return breaks <= 1;
    }

    private static List<Paragraph> joined(String text, List<Paragraph> lines) {
        List<Paragraph> paragraphs = new ArrayList<>();
        int first = 0;
        for (int i = 0; i < lines.size(); i++) {
            boolean goesOn = i + 1 < lines.size() && touch(text, lines.get(i), lines.get(i + 1));
            if (goesOn) continue;
            paragraphs.add(
                    Paragraph.plain(lines.get(first).start(), lines.get(i).end()));
            first = i + 1;
        }
        return paragraphs;
    }
}
