package org.constancia.store.source;

/// The text layer of a source as it is stored.
///
/// @param blocks a JSON array of `{start, end, label, rule}`
/// @param positions a JSON array that says where runs of the text stand in the original
public record TextRow(int layer, String text, String language, String blocks, String positions) {}
