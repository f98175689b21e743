package org.constancia.text.clean;

/// One rule of the phrase list.
///
/// @param closes everything behind such a paragraph is left out with it (a comment form and the comments)
/// @param lists the title-like lines behind such a paragraph belong to it (a list of related stories)
/// @param next the one paragraph behind such a paragraph belongs to it (a note on the author)
record PhraseRule(String name, Label label, boolean closes, boolean lists, boolean next) {}
