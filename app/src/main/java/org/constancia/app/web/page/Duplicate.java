package org.constancia.app.web.page;

/// A record that may already be the one about to be created.
///
/// @param id what forms send back
/// @param detail what tells it from others of the same name: date, place, number of sources
public record Duplicate(String id, Link link, String detail) {}
