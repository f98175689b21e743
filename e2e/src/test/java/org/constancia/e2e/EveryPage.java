package org.constancia.e2e;

import java.util.stream.Stream;

/// What holds on every page: no rule of axe-core is broken, the console is silent, nothing is asked of another origin,
/// and the page does not scroll sideways. In two classes, so that two processes share the work.
abstract class EveryPage extends SampleSite {
    static Stream<String> pages() {
        return Stream.of(
                "/",
                "/inbox",
                "/inbox?current=c2&mode=EDIT",
                "/inbox?current=c2&mode=REJECT",
                "/inbox?current=c2&mode=SPLIT",
                "/inbox?current=c2&mode=ATTACH&event=cali",
                "/inbox?current=c4",
                "/replies",
                "/sources",
                "/sources/s12",
                "/sources/s13",
                "/sources/new",
                "/events",
                "/events/e1",
                "/events/e1/acts",
                "/persons",
                "/persons/p7",
                "/groups/g1",
                "/conflicts",
                "/conflicts/e1/figure.number",
                "/history/e1",
                "/search?q=protestas",
                "/search?q=nada",
                "/accountability",
                "/accountability/behind/stalled",
                "/commitments",
                "/map",
                "/timeline",
                "/log",
                "/log/paper",
                "/help",
                "/about",
                "/public",
                "/public/events/e1",
                "/public/accountability",
                "/public/map",
                "/public/about");
    }

    static String in(String language, String path) {
        return path + (path.contains("?") ? "&" : "?") + "lang=" + language;
    }

    static String name(String path) {
        String name = path.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "");
        return name.isEmpty() ? "home" : name;
    }
}
