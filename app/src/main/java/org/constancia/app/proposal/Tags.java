package org.constancia.app.proposal;

import java.util.HashMap;
import java.util.Map;

/// Numbers the proposals of one source by kind in the order of the text: S1, S2, F1. Everybody who counts the same
/// proposals in the same order gets the same tags.
public final class Tags {
    private final Map<String, Integer> numbers = new HashMap<>();

    /// @param kind the stored kind of the next proposal
    public String next(String kind) {
        return letter(kind) + numbers.merge(kind, 1, Integer::sum);
    }

    private static String letter(String kind) {
        return switch (kind) {
            case Proposals.STATEMENT -> "S";
            case Proposals.FIGURE -> "F";
            case Proposals.ACT -> "E";
            case Proposals.ACCOUNTABILITY_ACTION -> "A";
            case Proposals.COMMITMENT -> "C";
            case Proposals.DEMAND -> "D";
            case Proposals.PLACE -> "P";
            case Proposals.DATE -> "T";
            default -> "X";
        };
    }
}
