package org.constancia.linkage.record;

/// Something wrong in the data brought in, told and not hidden.
///
/// @param file the name of the file
/// @param row the row's number in the file, the header being 1
/// @param field the column, empty when the whole row is meant
/// @param reason what is wrong, and what was done with the row
public record Rejection(String file, long row, String field, String reason) {}
