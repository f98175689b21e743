package org.constancia.text.clean;

/// What a block of text is to its reader.
///
/// A headline is kept apart from the body because it usually repeats a statement, and a statement must not count twice.
public enum Label {
    HEADLINE,
    BODY,
    CAPTION,
    BOILERPLATE
}
