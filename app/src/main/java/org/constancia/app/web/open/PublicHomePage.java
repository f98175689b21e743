package org.constancia.app.web.open;

import java.util.List;
import org.constancia.app.web.page.Link;
import org.constancia.core.time.PartialDate;
import org.jspecify.annotations.Nullable;

/// The published events, or those that a search found.
///
/// @param page from 1
public record PublicHomePage(String query, List<Row> rows, int total, int page, int pages) {

    public PublicHomePage {
        rows = List.copyOf(rows);
    }

    public record Row(Link link, @Nullable PartialDate when, String place, String summary) {}
}
