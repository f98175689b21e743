package org.constancia.text.duplicate;

/// A figure that stands in the same place of two versions and differs: the changed toll.
///
/// @param before the words of the likely original, at `[beforeStart, beforeEnd)` of it
/// @param after the words of the copy, at `[afterStart, afterEnd)` of it
public record FigureChange(String before, int beforeStart, int beforeEnd, String after, int afterStart, int afterEnd) {}
