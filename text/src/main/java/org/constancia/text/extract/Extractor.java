package org.constancia.text.extract;

import java.time.LocalDate;
import org.constancia.text.document.TextLayer;
import org.jspecify.annotations.Nullable;

/// Proposes candidates from one text layer. The one door for every way of extracting: rules, and beside them, where an
/// operator adds it, a model. Nothing that comes out is confirmed by itself.
public interface Extractor {
    ExtractorId id();

    /// Reads the body blocks of a layer. Never throws because of what the text says.
    ///
    /// @param published the day of publication when it is known: relative dates ("el miércoles") are read from it.
    ///     Without it, and without a dateline in the text, they stay unresolved
    Extraction extract(TextLayer layer, @Nullable LocalDate published);
}
