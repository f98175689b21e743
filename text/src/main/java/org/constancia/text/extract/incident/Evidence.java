package org.constancia.text.extract.incident;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.constancia.text.extract.Span;

/// What speaks for and against incidents in one report, before anything is decided.
public final class Evidence {
    /// Somebody or something that could fill a slot.
    ///
    /// @param span the mention that is given as its name
    /// @param signs names of the signs found, each a line of the weights file
    /// @param sentences numbers of the sentences that mention it
    /// @param acts numbers of the triggers of the type whose object it is
    public record Filler(
            IncidentType type,
            IncidentSlot slot,
            Span span,
            List<String> signs,
            Set<Integer> sentences,
            Set<Integer> acts) {}

    /// What a sentence says of time and place, and whether it turns to something else ("meanwhile", "another").
    record Setting(Set<String> places, Set<String> days, boolean turns) {}

    private record Pair(Filler one, Filler other) {}

    private final Map<IncidentType, List<String>> types;
    private final List<Filler> fillers;
    private final List<Setting> settings;
    private final Map<Pair, List<String>> pairs = new HashMap<>();

    Evidence(Map<IncidentType, List<String>> types, List<Filler> fillers, List<Setting> settings) {
        this.types = Map.copyOf(types);
        this.fillers = List.copyOf(fillers);
        this.settings = List.copyOf(settings);
    }

    /// For every type of incident that a word of the report tells of, the signs found.
    public Map<IncidentType, List<String>> types() {
        return types;
    }

    /// For every such type, everybody and everything that could have a part in it.
    public List<Filler> fillers() {
        return fillers;
    }

    /// Signs that two fillers belong to one incident, or to two.
    public List<String> together(Filler one, Filler other) {
        return pairs.computeIfAbsent(new Pair(one, other), _ -> new ArrayList<>(pairSigns(one, other)));
    }

    private Set<String> pairSigns(Filler one, Filler other) {
        Set<String> signs = new LinkedHashSet<>();
        signs.add("bias");
        String kinds = one.slot().code() + " " + other.slot().code();
        signs.add(kinds);
        signs.add(kinds + " " + one.type().code());
        boolean act = one.acts().stream().anyMatch(other.acts()::contains);
        if (act) signs.add("one act");
        boolean sentence = one.sentences().stream().anyMatch(other.sentences()::contains);
        if (sentence) signs.add("one sentence");
        int first = one.sentences().iterator().next();
        int second = other.sentences().iterator().next();
        int distance = Math.abs(first - second);
        signs.add("distance "
                + (distance == 0 ? "0" : distance == 1 ? "1" : distance <= 3 ? "2" : distance <= 7 ? "4" : "8"));
        int from = Math.min(first, second);
        int to = Math.max(first, second);
        boolean turn = false;
        for (int i = from + 1; i <= to; i++) turn |= settings.get(i).turns();
        if (turn) signs.add("turn between");
        if (settings.get(to).turns() && to > from) signs.add("turn at");
        differ("place", settings.get(from).places(), settings.get(to).places(), signs);
        differ("day", settings.get(from).days(), settings.get(to).days(), signs);
        return signs;
    }

    private static void differ(String what, Set<String> one, Set<String> other, Set<String> signs) {
        if (one.isEmpty() || other.isEmpty()) return;
        signs.add((one.stream().anyMatch(other::contains) ? "same " : "other ") + what);
    }
}
