package org.constancia.text.clean;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A text with its blocks labelled and what it says about itself.
///
/// @param language ISO 639-1 code of the body, `und` when not known
public record Cleaned(
        String text,
        String language,
        @Nullable String title,
        @Nullable String author,
        @Nullable LocalDate published,
        List<Block> blocks) {
    public Cleaned {
        blocks = List.copyOf(blocks);
    }
}
