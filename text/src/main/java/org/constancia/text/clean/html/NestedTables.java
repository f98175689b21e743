package org.constancia.text.clean.html;

/// Takes away the tables of pages that nest them deeper than any page for readers does: the parser's time grows with
/// the square of that depth. Every offset stays.
final class NestedTables {
    private static final int DEEPEST = 200;
    private static final String START = "<table";
    private static final String END = "</table";

    private NestedTables() {}

    /// The page, or the page with its tables made plain blocks when they are nested too deep.
    static String opened(String html) {
        int depth = 0;
        int deepest = 0;
        for (int at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
            if (html.regionMatches(true, at, START, 0, START.length())) deepest = Math.max(deepest, ++depth);
            else if (depth > 0 && html.regionMatches(true, at, END, 0, END.length())) depth--;
        }
        return deepest <= DEEPEST ? html : withoutTables(html);
    }

    private static String withoutTables(String html) {
        char[] page = html.toCharArray();
        for (int at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
            if (html.regionMatches(true, at, START, 0, START.length())) "<div  ".getChars(0, START.length(), page, at);
            else if (html.regionMatches(true, at, END, 0, END.length())) "</div  ".getChars(0, END.length(), page, at);
        }
        return new String(page);
    }
}
