package org.constancia.text.extract.rule;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.text.extract.Grounds;
import org.constancia.text.extract.RuleId;
import org.constancia.text.extract.lexicon.LexiconFile;

/// Every rule with its meaning and its record among reviewers. A candidate is as sure as its weakest rule, whose
/// precision is estimated as (accepted + 1) / (proposed + 2), so that a new rule begins at one half.
public final class RuleBook {
    /// @param accepted reviewed candidates of this rule that were right
    /// @param proposed reviewed candidates of this rule
    public record Rule(RuleId id, int accepted, int proposed, String meaning) {
        public double precision() {
            return (accepted + 1.0) / (proposed + 2.0);
        }
    }

    private final Map<String, Rule> rules;

    private RuleBook(Map<String, Rule> rules) {
        this.rules = rules;
    }

    public static RuleBook bundled() {
        Map<String, Rule> rules = new LinkedHashMap<>();
        for (List<String> row : LexiconFile.rows("rules.txt")) {
            RuleId id = new RuleId(row.get(0));
            rules.put(id.value(), new Rule(id, Integer.parseInt(row.get(1)), Integer.parseInt(row.get(2)), row.get(3)));
        }
        return new RuleBook(rules);
    }

    /// The same rules with the counts reviewers gave since.
    public RuleBook withReviews(Map<RuleId, int[]> acceptedAndProposed) {
        Map<String, Rule> counted = new LinkedHashMap<>(rules);
        acceptedAndProposed.forEach((id, counts) -> counted.computeIfPresent(
                id.value(),
                (_, rule) -> new Rule(id, rule.accepted() + counts[0], rule.proposed() + counts[1], rule.meaning())));
        return new RuleBook(counted);
    }

    public Stream<Rule> streamRules() {
        return rules.values().stream();
    }

    /// The grounds of a candidate on which these rules fired, in this order.
    public Grounds grounds(List<String> fired) {
        double weakest = 1;
        for (String id : fired) weakest = Math.min(weakest, getRule(id).precision());
        return new Grounds(fired.stream().map(RuleId::new).toList(), weakest);
    }

    private Rule getRule(String id) {
        Rule rule = rules.get(id);
        if (rule == null)
            throw new ConstanciaException(Problem.BUG, "A rule fired that the rule book does not list")
                    .with("rule", id);
        return rule;
    }
}
