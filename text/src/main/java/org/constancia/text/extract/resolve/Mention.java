package org.constancia.text.extract.resolve;

import org.constancia.text.extract.Speaker;
import org.jspecify.annotations.Nullable;

/// Whom a noun phrase means.
///
/// @param entity the named entity, null when the text names nobody
/// @param official whether the text shows a public office or a body of the state
/// @param inSentence whether the sentence itself says who it is, be it by a pronoun
public record Mention(Speaker speaker, @Nullable Entity entity, boolean official, boolean inSentence) {
    /// The same one, meant again where nothing names it.
    public Mention unspoken(Speaker silent) {
        return new Mention(silent, entity, official, false);
    }
}
