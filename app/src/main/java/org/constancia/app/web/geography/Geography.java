package org.constancia.app.web.geography;

/// Reads where and when.
public interface Geography {
    MapPage map();

    TimelinePage timeline();
}
