package org.constancia.text.document;

/// Says where the run `[start, end)` of the text layer stands in the source.
public record Position(int start, int end, Locator locator) {
    public Position {
        if (start < 0 || end < start) throw new IllegalArgumentException("not a span: [" + start + ", " + end + ")");
    }
}
