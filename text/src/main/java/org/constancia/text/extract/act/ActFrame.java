package org.constancia.text.extract.act;

import java.util.Optional;
import org.constancia.text.extract.phrase.NounPhrase;

/// An act in the words of one sentence, before dates, places and modality are added.
///
/// @param first first word of the trigger
/// @param last after the last word of the trigger
public record ActFrame(
        int first,
        int last,
        String type,
        Optional<NounPhrase> victim,
        Optional<NounPhrase> perpetrator,
        boolean alleged,
        String rule) {}
