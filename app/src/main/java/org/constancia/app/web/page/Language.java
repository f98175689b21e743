package org.constancia.app.web.page;

import java.util.Locale;
import java.util.Optional;

/// The languages of the interface. Sources keep theirs.
public enum Language {
    SPANISH("es", Locale.of("es", "CO")),
    ENGLISH("en", Locale.UK);

    private final String code;
    private final Locale locale;

    Language(String code, Locale locale) {
        this.code = code;
        this.locale = locale;
    }

    /// BCP 47, as written in `lang`.
    public String code() {
        return code;
    }

    /// How numbers and months are written.
    public Locale locale() {
        return locale;
    }

    public Language other() {
        return switch (this) {
            case SPANISH -> ENGLISH;
            case ENGLISH -> SPANISH;
        };
    }

    public static Optional<Language> find(String code) {
        for (Language language : values()) {
            if (language.code.equals(code)) return Optional.of(language);
        }
        return Optional.empty();
    }
}
