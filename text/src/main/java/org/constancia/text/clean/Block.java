package org.constancia.text.clean;

/// A run `[start, end)` of UTF-16 units of a text, its label, and the name of the rule that gave the label.
///
/// The rule is the audit line of the cleaning ("left out as boilerplate by rule `read-also`"); blocks no rule fired on
/// are body by the rule `body`. A block is never empty.
public record Block(int start, int end, Label label, String rule) {
    /// The rule of a block that is body because nothing spoke against it.
    public static final String NO_OBJECTION = "body";

    public Block {
        if (start < 0 || end <= start) throw new IllegalArgumentException("not a span: [" + start + ", " + end + ")");
        if (rule.isBlank()) throw new IllegalArgumentException("a block names the rule of its label");
    }

    public static Block body(int start, int end) {
        return new Block(start, end, Label.BODY, NO_OBJECTION);
    }

    /// The block's own words.
    public String of(String text) {
        return text.substring(start, end);
    }

    public boolean isBody() {
        return label == Label.BODY;
    }
}
