package org.constancia.text.extract;

import org.jspecify.annotations.Nullable;

/// One value of a candidate, and where it comes from.
///
/// Invariant (methods of extraction: span exactness): a slot either has a span, and then its value equals the text of
/// the layer at that span, or it is inferred and says why. The span may lie outside the candidate's own passage: the
/// full name of a speaker stands where the text first gives it.
///
/// @param value the words of the source, or the inferred value
/// @param span where the value stands; null when inferred
/// @param inferred why the value is believed although no words of the source state it; null when it has a span. A
///     constant English clause
public record Slot(
        String value, @Nullable Span span, @Nullable String inferred) {
    public Slot {
        if ((span == null) == (inferred == null))
            throw new IllegalArgumentException("a slot has a span or a reason, one of them");
    }

    public static Slot at(Span span, String text) {
        return new Slot(span.of(text), span, null);
    }

    public static Slot inferred(String value, String reason) {
        return new Slot(value, null, reason);
    }

    public boolean isInferred() {
        return inferred != null;
    }

    /// Whether the value is what stands in the text, or is openly inferred.
    public boolean holdsIn(String text) {
        return span == null || (span.end() <= text.length() && value.equals(span.of(text)));
    }
}
