package org.constancia.text.extract.lexicon;

import java.util.Locale;

/// What a word can be. The names are the section names of the lexicon files: `STATE_FORCE` is `[state-force]`.
public enum WordClass {
    DETERMINER,
    DEFINITE,
    POSSESSIVE,
    PREPOSITION,
    CONJUNCTION,
    COORDINATOR,
    COMPLEMENTISER,
    RELATIVE,
    PRONOUN,
    HE,
    SHE,
    THEY,
    IT,
    WE,
    CLITIC,
    NEGATION,
    BE,
    HAVE,
    MODAL,
    FUTURE_AUXILIARY,
    ADVERB,
    QUANTIFIER,
    COPULA,
    NUMERAL,
    /// Holder of a public office.
    OFFICIAL,
    /// Military or police rank.
    OFFICER,
    PERSON,
    FAMILY,
    STATE_FORCE,
    ARMED_GROUP,
    STATE_BODY,
    JUDICIAL_BODY,
    ORGANISATION,
    DOCUMENT,
    DATA,
    /// A description that can stand for a person named before.
    ANAPHOR,
    ORGANISATION_ANAPHOR,
    /// What an office is for: "Defensa", "State".
    PORTFOLIO,
    TITLE,
    GIVEN_NAME_F,
    GIVEN_NAME_M,
    WEEKDAY,
    MONTH;

    static WordClass ofSection(String section) {
        return valueOf(section.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
