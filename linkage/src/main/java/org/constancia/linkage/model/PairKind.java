package org.constancia.linkage.model;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.constancia.linkage.compare.Trait;

/// One kind of pair: two records of one person, or of different people who have something in common.
///
/// Different people are of one kind for each reason they can agree for: because they are relatives, because
/// they were at one event, because of their names, or because a blocking rule asked for what they share.
///
/// @param name for people and for the stored model
/// @param match whether the records are of one person
/// @param reasons the traits that agree for a reason; all others agree by chance
public record PairKind(String name, boolean match, Set<Trait> reasons) {
    public PairKind {
        reasons = Set.copyOf(reasons);
    }

    /// The kinds a table with these traits calls for.
    public static List<PairKind> listFor(Set<Trait> present) {
        List<PairKind> kinds = new ArrayList<>();
        kinds.add(new PairKind("the same person", true, present));
        if (present.contains(Trait.EVENT)) {
            Set<Trait> own = EnumSet.copyOf(present);
            own.removeAll(EnumSet.of(Trait.EVENT, Trait.PLACE));
            if (own.size() > 2) {
                kinds.add(new PairKind("the same person at another event", true, own));
            }
        }
        List<Set<Trait>> reasons = new ArrayList<>();
        reasons.add(EnumSet.noneOf(Trait.class));
        reasons.add(EnumSet.of(Trait.SURNAME, Trait.EVENT, Trait.PLACE));
        reasons.add(EnumSet.of(Trait.EVENT, Trait.PLACE));
        reasons.add(EnumSet.of(Trait.GIVEN_NAME, Trait.SURNAME));
        reasons.add(EnumSet.of(Trait.SURNAME, Trait.PLACE));
        reasons.add(EnumSet.of(Trait.SURNAME, Trait.EVENT));
        reasons.add(EnumSet.of(Trait.GIVEN_NAME, Trait.PLACE));
        reasons.add(EnumSet.of(Trait.GIVEN_NAME, Trait.SURNAME, Trait.EVENT));
        reasons.add(EnumSet.of(Trait.GIVEN_NAME, Trait.SURNAME, Trait.PLACE));
        reasons.add(EnumSet.of(Trait.GIVEN_NAME, Trait.SURNAME, Trait.CONTACT));
        reasons.add(EnumSet.of(Trait.GIVEN_NAME, Trait.EVENT, Trait.PLACE));
        reasons.add(EnumSet.of(Trait.BIRTH));
        reasons.add(EnumSet.of(Trait.BIRTH, Trait.PLACE));
        reasons.add(EnumSet.of(Trait.DOCUMENT));
        reasons.add(EnumSet.of(Trait.CONTACT));
        reasons.add(EnumSet.of(Trait.OTHER));
        reasons.add(EnumSet.of(Trait.GIVEN_NAME, Trait.OTHER));
        reasons.add(EnumSet.of(Trait.SURNAME, Trait.OTHER));
        reasons.add(EnumSet.of(Trait.BIRTH, Trait.OTHER));
        List<Set<Trait>> seen = new ArrayList<>();
        for (Set<Trait> set : reasons) {
            Set<Trait> here = EnumSet.noneOf(Trait.class);
            here.addAll(set);
            here.retainAll(present);
            if (!seen.contains(here) && here.size() < present.size()) {
                seen.add(here);
                kinds.add(new PairKind("different people: " + here, false, here));
            }
        }
        return kinds;
    }
}
