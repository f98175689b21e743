package org.constancia.app.dossier.print;

import java.awt.Color;

/// How a line of text is set, in the colours of the interface on paper.
record Style(Face face, float size, float leading, Color colour) {
    static final Color INK = new Color(0x1c, 0x1f, 0x1e);
    static final Color QUIET = new Color(0x55, 0x5c, 0x5a);
    static final Color ACCENT = new Color(0x0f, 0x4c, 0x4f);
    static final Color ALARM = new Color(0x8b, 0x1e, 0x1e);
    static final Color HAIR = new Color(0xb9, 0xbf, 0xbc);

    static final Style TITLE = new Style(Face.BOLD, 18, 23, INK);
    static final Style HEAD = new Style(Face.BOLD, 11, 15, ACCENT);
    static final Style SUB = new Style(Face.BOLD, 9, 12.5f, INK);
    static final Style TEXT = new Style(Face.SANS, 9, 12.5f, INK);
    static final Style STRONG = new Style(Face.BOLD, 9, 12.5f, INK);
    static final Style NOTE = new Style(Face.SANS, 8, 11, QUIET);
    static final Style PROSE = new Style(Face.SERIF, 9.5f, 13.5f, INK);
    static final Style QUOTE = new Style(Face.ITALIC, 8.5f, 12, INK);
    static final Style WARNING = new Style(Face.BOLD, 8, 11, ALARM);
    static final Style CODE = new Style(Face.FIXED, 6.4f, 9, INK);
    static final Style SMALL = new Style(Face.SANS, 7.5f, 10, QUIET);
    static final Style FOOT = new Style(Face.FIXED, 6, 9, QUIET);
}
