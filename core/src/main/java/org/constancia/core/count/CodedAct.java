package org.constancia.core.count;

import java.util.List;
import java.util.Set;
import org.constancia.core.record.EntityId;

/// An act as counting sees it.
///
/// @param event the event it belongs to
/// @param victim a person, or a group for a collective victim
/// @param categories the codes it was given; one deed may be coded in several
/// @param accused the alleged perpetrators, each under a key of its own; empty when nobody says who
public record CodedAct(EntityId event, EntityId victim, List<String> categories, Set<String> accused) {
    public CodedAct {
        categories = List.copyOf(categories);
        accused = Set.copyOf(accused);
    }
}
