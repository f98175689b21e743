package org.constancia.text.extract;

/// The name of a rule as the rule book lists it, such as `speech.quote-then-cue`. Reviewers' decisions are counted by
/// it.
public record RuleId(String value) implements Comparable<RuleId> {
    public RuleId {
        if (value.isBlank()) throw new IllegalArgumentException("a rule has a name");
    }

    @Override
    public int compareTo(RuleId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
