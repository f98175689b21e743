package org.constancia.text.clean;

/// White space in the sense of blocks: every character without ink, no-break spaces and byte order marks included.
public final class Blank {
    private Blank() {}

    public static boolean isBlank(char character) {
        if (character > ' ' && character < '\u007F') return false;
        return character <= ' '
                || character == '\u0085'
                || character == '\u200B'
                || character == '\uFEFF'
                || Character.isWhitespace(character)
                || Character.isSpaceChar(character);
    }

    /// The first offset in `[start, end)` that holds ink; `end` when none does.
    public static int skip(CharSequence text, int start, int end) {
        int at = start;
        while (at < end && isBlank(text.charAt(at))) at++;
        return at;
    }

    /// The offset behind the last ink in `[start, end)`; `start` when there is none.
    public static int trim(CharSequence text, int start, int end) {
        int at = end;
        while (at > start && isBlank(text.charAt(at - 1))) at--;
        return at;
    }
}
