package org.constancia.estimation.lcmcr;

import org.constancia.estimation.capture.CaptureTable;

/// The patterns and counts of a table as flat arrays.
final class CaptureData {
    final int lists;
    final int[] patterns;
    final long[] counts;
    final double observed;

    CaptureData(CaptureTable table) {
        lists = table.listCount();
        patterns = new int[table.patternCount()];
        counts = new long[table.patternCount()];
        for (int i = 0; i < patterns.length; i++) {
            patterns[i] = table.pattern(i);
            counts[i] = table.count(i);
        }
        observed = table.observed();
    }
}
