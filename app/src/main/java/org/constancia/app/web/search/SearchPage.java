package org.constancia.app.web.search;

import java.util.List;
import org.constancia.app.web.page.Link;
import org.constancia.core.time.PartialDate;
import org.jspecify.annotations.Nullable;

/// What a search found, the best first.
///
/// @param kind what it was narrowed to; absent finds every kind
public record SearchPage(String query, @Nullable Kind kind, List<Hit> hits, int total) {

    public SearchPage {
        hits = List.copyOf(hits);
    }

    public enum Kind {
        EVENT,
        PERSON,
        GROUP,
        SOURCE,
        PLACE
    }

    /// @param reference such as `E-2021-0417`; empty when it has none
    /// @param excerpt the words around the hit, cut into runs
    /// @param similar found by a similar spelling, not by the words themselves
    public record Hit(
            Kind kind,
            Link link,
            String reference,
            @Nullable PartialDate when,
            String place,
            List<Run> excerpt,
            boolean similar) {

        public Hit {
            excerpt = List.copyOf(excerpt);
        }
    }

    public record Run(String text, boolean hit) {}
}
