package org.constancia.app.web.open;

/// What a reader of a public page sends.
///
/// @param contact empty when the reader leaves none
public record NewReply(String eventId, Purpose purpose, String message, String contact) {

    /// The longest message, in characters.
    public static final int LONGEST_MESSAGE = 8_000;

    public enum Purpose {
        CORRECTION,
        OTHER_VERSION,
        SOURCE
    }
}
