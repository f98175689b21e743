package org.constancia.app.web.page;

/// Why nothing can be recorded now, for the strip on every page.
///
/// @param reason what was found, in the words of the program (English)
/// @param remedy what a person can do about it
public record Trouble(String reason, String remedy) {}
