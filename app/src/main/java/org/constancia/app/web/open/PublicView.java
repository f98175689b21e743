package org.constancia.app.web.open;

/// A published event with the state of its reply form.
public record PublicView(PublicEventPage event, String message, String contact, Trouble trouble) {

    public enum Trouble {
        NONE,
        EMPTY,
        TOO_LONG,
        TOO_OFTEN
    }

    static PublicView of(PublicEventPage event) {
        return new PublicView(event, "", "", Trouble.NONE);
    }
}
