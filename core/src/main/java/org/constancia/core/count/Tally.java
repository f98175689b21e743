package org.constancia.core.count;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.constancia.core.record.EntityId;
import org.constancia.core.record.EntityKind;
import org.constancia.core.vocabulary.CinepCategories;
import org.constancia.core.vocabulary.CinepCategories.VictimKind;
import org.constancia.core.vocabulary.CinepCategories.Violence;

/// Acts counted by the rules of CINEP's Banco de Datos.
///
/// - *Victims* are distinct persons.
/// - *Victimizations* are victim × category within one event; who did it plays no part.
/// - *Acts* are victim × category × alleged perpetrator; a victimization of which nobody is accused is one act.
/// - Groups are counted apart and never inside the other three.
/// - A sub-category counts in its parent (191 in 19).
/// - Repeated categories are left out: what is coded as a violation (A, B) is not counted again as a breach of
///   humanitarian law (D), so the killing coded A10 and D701 counts once.
/// - A category that has no victim of its own (62, combat) counts events, whoever is named with it.
///
/// @param victims distinct persons
/// @param groups distinct collective victims
/// @param events event × category, for the categories that have no victim
public record Tally(long victims, long groups, long victimizations, long acts, long events) {
    private record OfVictim(EntityId event, EntityId victim) {}

    private record Happening(EntityId event, String category) {}

    /// The category of an act that nobody has coded.
    private static final String UNCODED = "";

    public static Tally of(Collection<CodedAct> acts) {
        Set<EntityId> victims = new HashSet<>();
        Set<EntityId> groups = new HashSet<>();
        Set<Happening> happenings = new HashSet<>();
        Map<OfVictim, Map<String, Set<String>>> accusedByCategory = new LinkedHashMap<>();
        for (CodedAct act : acts) {
            boolean collective = act.victim().kind() == EntityKind.GROUP;
            for (String category : act.categories().isEmpty() ? List.of(UNCODED) : act.categories()) {
                if (hasNoVictim(category)) {
                    happenings.add(new Happening(act.event(), category));
                } else if (collective) {
                    groups.add(act.victim());
                } else {
                    victims.add(act.victim());
                    accusedByCategory
                            .computeIfAbsent(new OfVictim(act.event(), act.victim()), _ -> new LinkedHashMap<>())
                            .computeIfAbsent(countedUnder(category), _ -> new LinkedHashSet<>())
                            .addAll(act.accused());
                }
            }
        }
        accusedByCategory.replaceAll((_, categories) -> withoutRepeated(categories));
        long victimizations =
                accusedByCategory.values().stream().mapToLong(Map::size).sum();
        long counted = accusedByCategory.values().stream()
                .flatMap(categories -> categories.values().stream())
                .mapToLong(accused -> Math.max(1, accused.size()))
                .sum();
        return new Tally(victims.size(), groups.size(), victimizations, counted, happenings.size());
    }

    /// The categories of one victim in one event, those accused under a repeated one put to the one that stays.
    private static Map<String, Set<String>> withoutRepeated(Map<String, Set<String>> categories) {
        Map<String, Set<String>> kept = new LinkedHashMap<>();
        categories.forEach((category, accused) -> {
            String counted = categories.keySet().stream()
                    .filter(other -> repeats(category, other))
                    .findFirst()
                    .orElse(category);
            kept.computeIfAbsent(counted, _ -> new LinkedHashSet<>()).addAll(accused);
        });
        return kept;
    }

    private static boolean repeats(String category, String other) {
        return violence(category) == Violence.D
                && (violence(other) == Violence.A || violence(other) == Violence.B)
                && Deed.of(category).isPresent()
                && Deed.of(category).equals(Deed.of(other));
    }

    private static Violence violence(String category) {
        return CinepCategories.shipped()
                .find(category)
                .map(CinepCategories.Category::violence)
                .orElse(Violence.C);
    }

    private static boolean hasNoVictim(String category) {
        return CinepCategories.shipped()
                .find(category)
                .map(found -> found.victimKind() == VictimKind.OTHER)
                .orElse(false);
    }

    private static String countedUnder(String category) {
        return CinepCategories.shipped().find(category).isPresent()
                ? CinepCategories.shipped().countedUnder(category)
                : category;
    }
}
