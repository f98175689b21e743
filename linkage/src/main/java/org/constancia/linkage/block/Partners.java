package org.constancia.linkage.block;

/// Finds the candidate partners of records, for one thread.
///
/// The blocks of all rules are searched record by record, so that a pair found by several rules is told by a
/// mark and no set of pairs is ever kept.
public final class Partners {
    private final PlacedBlocks[] rules;
    private final PartnerSet found;

    Partners(PlacedBlocks[] rules, int size) {
        this.rules = rules;
        found = new PartnerSet(size);
    }

    /// Finds the partners of a record that come after it, so that over all records each pair is found once;
    /// returns how many there are.
    public int findLater(int record) {
        found.clear();
        for (PlacedBlocks rule : rules) {
            rule.addLater(record, found);
        }
        return found.size();
    }

    /// The partners found last, in the first places of an array that changes with the next search.
    public int[] found() {
        return found.partners();
    }
}
