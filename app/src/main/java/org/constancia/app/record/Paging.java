package org.constancia.app.record;

import java.util.List;
import org.constancia.app.web.record.EventsPage;

/// Lists in pages of fifty, counted from 1.
public final class Paging {
    public static final int SIZE = 50;

    private Paging() {}

    public static int offset(int page) {
        return (Math.max(1, page) - 1) * SIZE;
    }

    /// At least one page, also of nothing.
    public static int pages(int total) {
        return Math.max(1, (total + SIZE - 1) / SIZE);
    }

    /// @param href the address of the list without the number of the page
    public static EventsPage page(String about, List<EventsPage.Row> rows, int total, int page, String href) {
        return new EventsPage(about, rows, total, Math.max(1, page), pages(total), href);
    }
}
