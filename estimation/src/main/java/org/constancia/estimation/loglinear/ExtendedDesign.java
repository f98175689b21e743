package org.constancia.estimation.loglinear;

import java.util.ArrayList;
import java.util.List;
import org.constancia.estimation.capture.CaptureTable;

/// What is left of a model and a table when interactions that nobody shows are put at minus infinity.
///
/// @param counts by cell, the full table
/// @param used the cells of the fit: all observable ones that contain no impossible interaction
/// @param terms the interactions with a finite effect
/// @param impossible the interactions at minus infinity
record ExtendedDesign(double[] counts, boolean[] used, int[] terms, List<Integer> impossible) {
    static ExtendedDesign of(CaptureTable table, HierarchicalModel model) {
        long[] cells = table.cells();
        double[] counts = new double[cells.length];
        for (int i = 0; i < cells.length; i++) counts[i] = cells[i];
        return of(counts, model.terms());
    }

    static ExtendedDesign of(double[] counts, int[] terms) {
        double[] margins = counts.clone();
        SubsetSums.overSupersets(margins);
        boolean[] used = new boolean[counts.length];
        List<Integer> impossible = new ArrayList<>();
        int possible = 0;
        int[] kept = new int[terms.length];
        for (int term : terms) {
            if (margins[term] > 0) {
                kept[possible++] = term;
            } else {
                impossible.add(term);
            }
        }
        for (int cell = 1; cell < counts.length; cell++) {
            boolean free = true;
            for (int i = 0; i < impossible.size() && free; i++) free = (cell & impossible.get(i)) != impossible.get(i);
            used[cell] = free;
        }
        return new ExtendedDesign(counts, used, java.util.Arrays.copyOf(kept, possible), List.copyOf(impossible));
    }

    int usedCount() {
        int count = 0;
        for (boolean cell : used) if (cell) count++;
        return count;
    }
}
