package org.constancia.text.extract.accountability;

import java.util.Optional;
import org.constancia.text.extract.phrase.NounPhrase;

/// A step of accountability in the words of one sentence: trigger `[first, last)`.
public record ActionFrame(
        int verb,
        int first,
        int last,
        String kind,
        Optional<NounPhrase> body,
        Optional<NounPhrase> accused,
        Optional<NounPhrase> offence,
        String rule) {}
