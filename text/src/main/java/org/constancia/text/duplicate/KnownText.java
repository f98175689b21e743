package org.constancia.text.duplicate;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A file as a former run met it: how to tell that it has not changed, and what was read from it.
///
/// @param size in bytes
/// @param modified when it was changed last, in milliseconds of the epoch
/// @param day the day of publication, when it is known
/// @param text what is compared (see {@link Fingerprint#comparableText}); empty when the file was not understood
/// @param fingerprint of that text
/// @param obstacle why it was not understood; empty when it was
public record KnownText(
        long size, long modified, @Nullable LocalDate day, String text, Fingerprint fingerprint, String obstacle) {
    public static KnownText understood(long size, long modified, @Nullable LocalDate day, String text) {
        return new KnownText(size, modified, day, text, Fingerprint.of(text), "");
    }

    public static KnownText notUnderstood(long size, long modified, String obstacle) {
        return new KnownText(size, modified, null, "", Fingerprint.of(""), obstacle);
    }

    public boolean isUnderstood() {
        return obstacle.isEmpty();
    }
}
