package org.constancia.linkage.compare;

import java.util.ArrayList;
import java.util.List;

/// Builds the levels of a comparison and tells their numbers.
final class LevelList {
    private final List<Level> levels = new ArrayList<>();

    LevelList() {
        levels.add(new Level("not stated", 0, 0));
    }

    /// One level; returns its number.
    int add(int group, String label, double closeness) {
        levels.add(new Level(label, group, closeness));
        return levels.size() - 1;
    }

    /// One level a frequency band; returns the number of the rarest.
    int addBands(int group, String label, double closeness) {
        int first = levels.size();
        for (int band = 0; band < FrequencyBand.BANDS; band++) {
            add(group, label + ", " + FrequencyBand.label(band), closeness);
        }
        return first;
    }

    /// One level for rare, usual and common; returns the number of the rarest.
    int addCoarse(int group, String label, double closeness) {
        int first = levels.size();
        for (int band = 0; band < FrequencyBand.BANDS / 2; band++) {
            add(group, label + ", " + FrequencyBand.coarseLabel(band), closeness);
        }
        return first;
    }

    List<Level> levels() {
        return List.copyOf(levels);
    }
}
