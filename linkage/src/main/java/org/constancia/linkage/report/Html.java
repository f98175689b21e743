package org.constancia.linkage.report;

/// Text as it may stand in a page.
final class Html {
    private Html() {}

    /// The text with the characters of the markup written out.
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
