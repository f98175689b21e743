package org.constancia.app.web.search;

/// One line of a picker, found while typing.
///
/// @param detail what tells it from others of the same name: date, place, number of sources
public record Pick(String id, String label, String detail, String href) {}
