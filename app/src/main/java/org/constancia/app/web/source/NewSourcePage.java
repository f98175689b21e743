package org.constancia.app.web.source;

/// The form that brings a source in, with what was typed when something has to be corrected.
public record NewSourcePage(String text, String outlet, String published, String address, Missing missing) {

    public enum Missing {
        NOTHING,
        CONTENT,
        READABLE_DATE
    }

    static NewSourcePage empty() {
        return new NewSourcePage("", "", "", "", Missing.NOTHING);
    }

    NewSourcePage with(Missing what) {
        return new NewSourcePage(text, outlet, published, address, what);
    }
}
