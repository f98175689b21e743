package org.constancia.linkage.block;

import java.util.Set;

/// Finds the candidate partners of records, for one thread.
///
/// The blocks of all rules are searched record by record, so that a pair found by several rules is told by a
/// mark and no set of pairs is ever kept. A pair belongs to the first rule that finds it.
public final class Partners {
    private final PlacedBlocks[] rules;
    private final boolean[] leftOut;
    private final PartnerSet found;

    /// @param leftOut numbers of rules that are not followed
    Partners(PlacedBlocks[] rules, int size, Set<Integer> leftOut) {
        this.rules = rules;
        this.leftOut = new boolean[rules.length];
        leftOut.forEach(rule -> this.leftOut[rule] = true);
        found = new PartnerSet(size);
    }

    /// Finds the partners of a record that come after it, so that over all records each pair is found once;
    /// returns how many there are.
    public int findLater(int record) {
        found.clear();
        for (int rule = 0; rule < rules.length; rule++) {
            if (!leftOut[rule]) {
                found.beginRule(rule);
                rules[rule].addLater(record, found);
            }
        }
        return found.size();
    }

    /// Finds all partners of a record, before it and after it; returns how many there are.
    public int findAll(int record) {
        found.clear();
        for (int rule = 0; rule < rules.length; rule++) {
            if (!leftOut[rule]) {
                found.beginRule(rule);
                rules[rule].addAll(record, found);
            }
        }
        return found.size();
    }

    /// The partners found last, in the first places of an array that changes with the next search.
    public int[] found() {
        return found.partners();
    }

    /// The number of the first rule that finds one of the partners found last.
    public int rule(int partner) {
        return found.rule(partner);
    }
}
