package org.constancia.text.extract;

import org.jspecify.annotations.Nullable;

/// Who says or does something: the words used here, and whom the whole text shows them to mean.
///
/// @param mention the words of the sentence ("he", "Blinken", "la entidad"); inferred when the sentence names nobody
/// @param name the fullest name the text gives this person or body, at the place where it first gives it; the mention
///     itself when the text names nobody ("human rights groups")
/// @param role office or description ("US Secretary of State"); null when the text gives none
public record Speaker(Slot mention, Slot name, @Nullable Slot role) {}
