package org.constancia.app.web.accountability;

import org.jspecify.annotations.Nullable;

/// The filters as the form sends them: an empty field narrows nothing.
public record AccountabilityForm(
        @Nullable String category,
        @Nullable String from,
        @Nullable String to,
        @Nullable String accused,
        @Nullable String place,
        @Nullable String knownOn) {

    public AccountabilityQuery query() {
        return new AccountabilityQuery(
                given(category), given(from), given(to), given(accused), given(place), given(knownOn));
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
