package org.constancia.estimation.verdict;

import java.util.Collection;
import java.util.Locale;

/// Whether a table carries an estimate; in order of severity.
public enum Verdict {
    ESTIMABLE,
    ESTIMABLE_WITH_WARNINGS,
    NOT_IDENTIFIED;

    /// The word used in files: `estimable_with_warnings`.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The verdict that a set of reasons leads to.
    public static Verdict of(Collection<Reason> reasons) {
        if (reasons.stream().anyMatch(Reason::isRefusal)) return NOT_IDENTIFIED;
        return reasons.isEmpty() ? ESTIMABLE : ESTIMABLE_WITH_WARNINGS;
    }
}
