package org.constancia.text.duplicate;

/// A run of words that two texts have in common, by its place in each, in UTF-16 units.
public record SharedPassage(int start, int end, int copyStart, int copyEnd, int words) {}
