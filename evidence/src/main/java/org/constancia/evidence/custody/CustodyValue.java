package org.constancia.evidence.custody;

/// What is known of a custody field. Nothing is left blank: not knowing is said.
public sealed interface CustodyValue {
    /// It is known.
    record Known(String text) implements CustodyValue {
        public Known {
            if (text.isBlank()) {
                throw new IllegalArgumentException("a known value says something; use Unknown");
            }
        }
    }

    /// It is not known, and why.
    record Unknown(String reason) implements CustodyValue {}

    /// It cannot exist for this kind of item, and why.
    record NotApplicable(String reason) implements CustodyValue {}
}
