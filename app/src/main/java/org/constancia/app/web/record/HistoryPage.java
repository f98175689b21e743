package org.constancia.app.web.record;

import java.util.List;
import org.constancia.app.web.page.Change;
import org.constancia.app.web.page.Link;

/// Every change of a record, newest first.
///
/// @param page from 1
public record HistoryPage(Link subject, List<Change> changes, int total, int page, int pages, String pageHref) {

    public HistoryPage {
        changes = List.copyOf(changes);
    }
}
