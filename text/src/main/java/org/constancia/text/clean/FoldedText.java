package org.constancia.text.clean;

import java.text.Normalizer;

/// A text with everything folded away that does not change what a phrase is: capitals, accents, kinds of white space
/// and
/// of quotation marks, and the digits of a number, which becomes `#`.
///
/// Folding shifts offsets; it serves to recognise a whole paragraph, never to point into one.
final class FoldedText {
    private FoldedText() {}

    static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (Blank.isBlank(character)) {
                space = true;
                continue;
            }
            if (isDropped(character)) continue;
            if (space && !folded.isEmpty()) folded.append(' ');
            space = false;
            appendFolded(folded, character);
        }
        return folded.toString();
    }

    private static boolean isDropped(char character) {
        return switch (character) {
            case '"', '\u201C', '\u201D', '\u201E', '\u00AB', '\u00BB', '\u2039', '\u203A', '\u00BF', '\u00A1' -> true;
            case '\u200C', '\u200D', '\u00AD', '\uFE0F', '\u200E', '\u200F', '\u2060' -> true;
            default -> Character.getType(character) == Character.NON_SPACING_MARK;
        };
    }

    private static void appendFolded(StringBuilder folded, char character) {
        if (character < 128) {
            appendAscii(folded, character);
            return;
        }
        switch (character) {
            case '\u2018', '\u2019', '\u02BC', '\u0060', '\u00B4' -> folded.append('\'');
            case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015', '\u2212' -> folded.append('-');
            case '\u2026' -> folded.append("...");
            case '\uFF1A' -> folded.append(':');
            default -> folded.append(withoutAccent(Character.toLowerCase(character)));
        }
    }

    private static void appendAscii(StringBuilder folded, char character) {
        if (character >= '0' && character <= '9') {
            int last = folded.length() - 1;
            if (last >= 0 && folded.charAt(last) == '#') return;
            if (last >= 1
                    && (folded.charAt(last) == ',' || folded.charAt(last) == '.')
                    && folded.charAt(last - 1) == '#') {
                folded.setLength(last);
                return;
            }
            folded.append('#');
        } else {
            folded.append(Character.toLowerCase(character));
        }
    }

    private static char withoutAccent(char character) {
        if (!Character.isLetter(character) || character > 0x24F) return character;
        return Normalizer.normalize(String.valueOf(character), Normalizer.Form.NFD)
                .charAt(0);
    }
}
