package org.constancia.text.duplicate;

import java.util.List;

/// What two texts have in common, and what one adds to or changes in the other.
///
/// @param paragraphs paragraphs of the copy
/// @param identical how many of them stand in the original, word for word
/// @param passages the longest runs in common, longest first
/// @param added paragraphs of the copy that the original does not have, as `[start, end)` pairs into the copy
/// @param changes figures that differ in paragraphs otherwise alike
public record Comparison(
        Likeness likeness,
        int paragraphs,
        int identical,
        List<SharedPassage> passages,
        List<Span> added,
        List<FigureChange> changes) {
    public Comparison {
        passages = List.copyOf(passages);
        added = List.copyOf(added);
        changes = List.copyOf(changes);
    }

    /// A run `[start, end)` of UTF-16 units.
    public record Span(int start, int end) {}

    /// `14 of 15 paragraphs identical`.
    public String explanation() {
        String line = "%d of %d paragraphs identical".formatted(identical, paragraphs);
        return changes.isEmpty() ? line : line + ", %d figures differ".formatted(changes.size());
    }
}
