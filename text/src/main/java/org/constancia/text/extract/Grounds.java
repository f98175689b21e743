package org.constancia.text.extract;

import java.util.List;

/// Why a candidate is proposed.
///
/// @param rules the rules that fired, in the order in which they fired; never empty
/// @param score how often a person would accept it, 0 to 1: the share of reviewed candidates of its weakest rule that
///     were right
public record Grounds(List<RuleId> rules, double score) {
    public Grounds {
        rules = List.copyOf(rules);
        if (rules.isEmpty()) throw new IllegalArgumentException("a candidate names its rules");
        if (!(score >= 0 && score <= 1)) throw new IllegalArgumentException("a score is between 0 and 1: " + score);
    }
}
