package org.constancia.text.extract.resolve;

import org.constancia.text.extract.Slot;
import org.jspecify.annotations.Nullable;

/// A proper name in the text: words `[first, last)`.
///
/// @param wholeFirst first word of the name with the role before it ("US Secretary of State Antony Blinken")
/// @param wholeLast after the last word of the role behind it ("Neris Palomino, the sister of one of the victims")
/// @param role the words of the role; null when none stands beside the name
public record Name(
        int first,
        int last,
        Kind kind,
        int wholeFirst,
        int wholeLast,
        @Nullable Slot role) {
    /// What a name belongs to.
    public enum Kind {
        PERSON,
        ORGANISATION,
        /// Capitalised office without a name: "Attorney General".
        OFFICE,
        OTHER
    }
}
