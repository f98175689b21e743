package org.constancia.text.extract.lexicon;

/// What a word form is, read as a verb.
///
/// @param lemma the infinitive, without "to"
/// @param firstPerson whether it speaks of the speaker ("prometo", "vamos"); always false in English, where the pronoun
///     tells
/// @param plural whether the form is of the plural; false where the form does not tell
public record VerbForm(String lemma, Tense tense, boolean firstPerson, boolean plural) {}
