package org.constancia.text.extract.incident;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.constancia.text.extract.Span;

/// Parts what a report tells into incidents: those who suffered and the things hit belong together or not; doers,
/// organisations and weapons go with the incident whose sentences name them, else with all.
final class IncidentParting {
    private static final int MOST = 4;

    private final Evidence evidence;
    private final Judge judge;

    IncidentParting(Evidence evidence, Judge judge) {
        this.evidence = evidence;
        this.judge = judge;
    }

    List<Map<IncidentSlot, List<Span>>> part(List<Evidence.Filler> fillers) {
        List<List<Evidence.Filler>> parts = new ArrayList<>();
        for (Evidence.Filler filler : fillers) if (isHit(filler)) join(filler, parts);
        if (parts.isEmpty()) parts.add(new ArrayList<>());
        for (Evidence.Filler filler : fillers) if (!isHit(filler)) attach(filler, parts);
        return parts.stream().map(IncidentParting::slots).toList();
    }

    static boolean isHit(Evidence.Filler filler) {
        return filler.slot() == IncidentSlot.VICTIM || filler.slot() == IncidentSlot.TARGET;
    }

    private void join(Evidence.Filler filler, List<List<Evidence.Filler>> parts) {
        List<Evidence.Filler> best = null;
        double highest = judge.level("together");
        for (List<Evidence.Filler> part : parts) {
            double sum = 0;
            for (Evidence.Filler other : part) sum += judge.probability("together", evidence.together(other, filler));
            double mean = sum / part.size();
            if (mean >= highest || best == null && parts.size() >= MOST) {
                highest = mean;
                best = part;
            }
        }
        if (best == null) parts.add(new ArrayList<>(List.of(filler)));
        else best.add(filler);
    }

    private static void attach(Evidence.Filler filler, List<List<Evidence.Filler>> parts) {
        List<List<Evidence.Filler>> near = parts.stream()
                .filter(part -> sentences(part).stream().anyMatch(filler.sentences()::contains))
                .toList();
        for (List<Evidence.Filler> part : near.isEmpty() || filler.slot() == IncidentSlot.ORGANISATION ? parts : near)
            part.add(filler);
    }

    private static Set<Integer> sentences(List<Evidence.Filler> part) {
        Set<Integer> sentences = new TreeSet<>();
        for (Evidence.Filler filler : part) if (isHit(filler)) sentences.addAll(filler.sentences());
        return sentences;
    }

    private static Map<IncidentSlot, List<Span>> slots(List<Evidence.Filler> part) {
        Map<IncidentSlot, List<Span>> slots = new EnumMap<>(IncidentSlot.class);
        for (Evidence.Filler filler : part)
            slots.computeIfAbsent(filler.slot(), _ -> new ArrayList<>()).add(filler.span());
        return slots;
    }
}
