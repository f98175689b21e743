package org.constancia.app.web.page;

import java.util.List;
import org.constancia.core.record.Basis;
import org.constancia.core.record.Property;
import org.jspecify.annotations.Nullable;

/// A value with the statements it rests on: what a statement chip shows.
///
/// @param text the value in its stored form, as the property's type writes it; for a reference, the name of its target
/// @param contested whether statements contradict each other and nobody has decided
/// @param conflictHref the page where the contradiction is resolved; present when `said` has two values
public record Value(
        Property property,
        String text,
        Basis basis,
        boolean contested,
        List<Said> said,
        @Nullable Decision decision,
        @Nullable String conflictHref) {

    public Value {
        said = List.copyOf(said);
    }

    /// Different sources, not statements; what was recorded without a source counts none.
    public int sources() {
        return (int) said.stream()
                .map(one -> one.source().href())
                .filter(href -> !href.isEmpty())
                .distinct()
                .count();
    }

    /// Of the different sources those that carry one story count once.
    public int independentSources() {
        return (int) said.stream()
                .filter(one -> !one.source().href().isEmpty())
                .map(one -> one.family() == null || one.family().isBlank()
                        ? one.source().href()
                        : "family:" + one.family().strip())
                .distinct()
                .count();
    }
}
