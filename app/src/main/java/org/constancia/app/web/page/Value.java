package org.constancia.app.web.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A value with the statements it rests on: what a statement chip shows.
///
/// @param property a stable code such as `event.date`, worded by the page
/// @param text the value as it is recorded: words, a number, EDTF for a date, a code for a coded value
/// @param contested whether statements contradict each other and nobody has decided
/// @param conflictHref the page where the contradiction is resolved; present when `said` has two values
public record Value(
        String property,
        String text,
        Basis basis,
        boolean contested,
        List<Said> said,
        @Nullable Decision decision,
        @Nullable String conflictHref) {

    public Value {
        said = List.copyOf(said);
    }

    /// Different sources, not statements.
    public int sources() {
        return (int) said.stream().map(one -> one.source().href()).distinct().count();
    }
}
