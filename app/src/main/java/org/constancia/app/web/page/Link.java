package org.constancia.app.web.page;

/// A record and the page it is read on. The text is data from the record, never a phrase of the interface.
public record Link(String text, String href) {}
