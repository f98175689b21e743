package org.constancia.text.extract.incident;

import java.util.Set;

/// A noun group: words `[first, last)` of the text, what its head can be, and how it stands in its sentence.
///
/// @param core first word after articles, possessives and numbers
/// @param named first word of the name in it; `last` when it holds none
/// @param possessive whether 's follows
/// @param preposition the preposition right before it, empty when none
/// @param titled whether an office, a rank or a description stands before the name
record Group(
        int first,
        int core,
        int last,
        int named,
        Set<Kind> kinds,
        boolean possessive,
        String preposition,
        boolean titled) {
    boolean is(Kind kind) {
        return kinds.contains(kind);
    }

    boolean isHuman() {
        return is(Kind.NAME) || is(Kind.PERSON) || is(Kind.FIGHTER) || is(Kind.STATE_FORCE);
    }
}
