package org.constancia.text.document;

/// What reading a source gave. Bad input is data: whatever the bytes are, the answer is one of these two.
public sealed interface Reading {
    /// @param mediaType what the bytes turned out to be, such as `text/html`, whatever was declared
    record Understood(String mediaType, TextLayer layer) implements Reading {}

    /// @param detail the fact behind it, such as the limit or what the parser said; may be empty
    record NotUnderstood(Obstacle obstacle, String detail) implements Reading {
        /// Obstacle and detail as one clause.
        public String reason() {
            return detail.isBlank() ? obstacle.sentence() : obstacle.sentence() + " (" + detail + ")";
        }
    }
}
