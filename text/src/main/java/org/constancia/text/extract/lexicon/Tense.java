package org.constancia.text.extract.lexicon;

/// The form of a verb, as far as the rules tell forms apart.
public enum Tense {
    PRESENT,
    PAST,
    IMPERFECT,
    FUTURE,
    CONDITIONAL,
    SUBJUNCTIVE,
    PARTICIPLE,
    GERUND,
    INFINITIVE;

    /// Whether the form can be the verb of a main clause.
    public boolean isFinite() {
        return compareTo(SUBJUNCTIVE) <= 0;
    }
}
