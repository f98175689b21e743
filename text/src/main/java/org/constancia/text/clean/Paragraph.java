package org.constancia.text.clean;

/// A stretch `[start, end)` of a text that its source sets apart, with what the source's markup says about it.
///
/// @param role what the markup makes of it; `TEXT` where there is no markup
/// @param linked whether (nearly) all of its words are links
public record Paragraph(int start, int end, Role role, boolean linked) {
    public enum Role {
        TEXT,
        HEADING,
        ITEM,
        CELL,
        CAPTION
    }

    public static Paragraph plain(int start, int end) {
        return new Paragraph(start, end, Role.TEXT, false);
    }

    String of(String text) {
        return text.substring(start, end);
    }

    int length() {
        return end - start;
    }
}
