package org.constancia.app.web.geography;

import java.util.List;
import org.constancia.app.web.page.Link;
import org.constancia.core.time.PartialDate;
import org.jspecify.annotations.Nullable;

/// Events in order of time, the undated ones last.
public record TimelinePage(List<Entry> entries) {

    public TimelinePage {
        entries = List.copyOf(entries);
    }

    public record Entry(Link event, @Nullable PartialDate when, String place, int acts) {}
}
