package org.constancia.app.web.record;

import java.util.List;
import org.constancia.app.web.page.Link;
import org.constancia.core.time.PartialDate;
import org.jspecify.annotations.Nullable;

/// Lists of the record: all events, all persons, or the list behind a number.
///
/// @param about what the list holds, a stable code worded by the page, such as `events` or `no-known-proceeding`
/// @param page from 1
public record EventsPage(String about, List<Row> rows, int total, int page, int pages, String pageHref) {

    public EventsPage {
        rows = List.copyOf(rows);
    }

    /// @param detail what tells it from others; empty when there is nothing to say
    public record Row(
            Link link,
            String reference,
            @Nullable PartialDate when,
            String place,
            String detail,
            boolean isPublic,
            int contradictions,
            int sources) {}
}
