package org.constancia.estimation.capture;

/// A row of the file that could not be used, and why. It is data: it is shown to the person who brought the file.
///
/// @param row the line of the file, from 1, the header being line 1
/// @param field the column
/// @param value what stands there
/// @param reason the reason in plain English
public record Rejection(long row, String field, String value, String reason) {}
