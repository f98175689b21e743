package org.constancia.text.extract.lexicon;

/// A language the rules can read.
public enum Language {
    SPANISH("es"),
    ENGLISH("en");

    private final String code;

    Language(String code) {
        this.code = code;
    }

    /// ISO 639-1.
    public String code() {
        return code;
    }
}
