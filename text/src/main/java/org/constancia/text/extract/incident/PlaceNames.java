package org.constancia.text.extract.incident;

import java.util.HashSet;
import java.util.Set;
import org.constancia.core.place.Gazetteer;
import org.constancia.text.extract.phrase.Grammar;

/// Names of places without accents and capitals, so that a town is not taken for a person.
final class PlaceNames {
    private final Set<String> names = new HashSet<>();

    PlaceNames(Gazetteer gazetteer) {
        gazetteer.streamPlaces().forEach(place -> {
            names.add(IncidentLexicon.bare(place.name().toLowerCase(java.util.Locale.ROOT)));
        });
    }

    /// Whether the words are the name of a place.
    boolean holds(Grammar grammar, int first, int last) {
        StringBuilder name = new StringBuilder();
        for (int i = first; i < last; i++) {
            if (i > first) name.append(' ');
            name.append(IncidentLexicon.bare(grammar.word(i).form()));
        }
        return names.contains(name.toString());
    }
}
