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
    /// What different people can have in common for a reason, likelier reasons of one size first.
    private static final List<Set<Trait>> REASONS = List.of(
            Set.of(),
            Set.of(Trait.SURNAME, Trait.EVENT, Trait.PLACE),
            Set.of(Trait.EVENT, Trait.PLACE),
            Set.of(Trait.GIVEN_NAME, Trait.SURNAME),
            Set.of(Trait.SURNAME, Trait.PLACE),
            Set.of(Trait.SURNAME, Trait.EVENT),
            Set.of(Trait.GIVEN_NAME, Trait.PLACE),
            Set.of(Trait.GIVEN_NAME, Trait.SURNAME, Trait.EVENT),
            Set.of(Trait.GIVEN_NAME, Trait.SURNAME, Trait.PLACE),
            Set.of(Trait.GIVEN_NAME, Trait.SURNAME, Trait.BIRTH),
            Set.of(Trait.GIVEN_NAME, Trait.SURNAME, Trait.CONTACT),
            Set.of(Trait.GIVEN_NAME, Trait.EVENT, Trait.PLACE),
            Set.of(Trait.BIRTH),
            Set.of(Trait.BIRTH, Trait.PLACE),
            Set.of(Trait.DOCUMENT),
            Set.of(Trait.CONTACT),
            Set.of(Trait.OTHER),
            Set.of(Trait.GIVEN_NAME, Trait.OTHER),
            Set.of(Trait.SURNAME, Trait.OTHER),
            Set.of(Trait.BIRTH, Trait.OTHER));

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
        List<Set<Trait>> seen = new ArrayList<>();
        for (Set<Trait> set : REASONS) {
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
