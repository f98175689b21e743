package org.constancia.text.duplicate;

import java.util.List;

/// Texts that carry one story: one source in corroboration, however many sites print it.
///
/// @param original the likely original
/// @param reason why it is thought to be the original
/// @param copies the others, each compared with the original
public record Family<K>(K original, Reason reason, List<Copy<K>> copies) {
    public Family {
        copies = List.copyOf(copies);
    }

    /// Why a member is thought to be the original.
    public enum Reason {
        PUBLISHED_FIRST,
        /// It has most in common with the others and adds least of its own.
        MOST_SHARED
    }

    /// @param comparison of the original with the copy
    public record Copy<K>(K key, Comparison comparison) {}
}
