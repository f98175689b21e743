package org.constancia.core.vocabulary;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One entry of a vocabulary, under the code its keepers gave it.
///
/// Labels are not keys: A10, A20 and A30 are all *ejecución extrajudicial*.
///
/// @param code what is stored and never translated, such as `A10`
/// @param label the official label, in the vocabulary's own language
/// @param parentCode the broader term, or for a sub-category the category it is counted in
/// @param retired accepted on import, no longer offered
public record Term(String code, String label, @Nullable String parentCode, boolean retired) {

    public Optional<String> parent() {
        return Optional.ofNullable(parentCode);
    }
}
