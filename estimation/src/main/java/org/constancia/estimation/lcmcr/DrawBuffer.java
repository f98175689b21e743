package org.constancia.estimation.lcmcr;

import java.util.Arrays;

/// Keeps an evenly thinned record of a stream: when it is full, every second draw is dropped and from then on
/// twice as
/// many are passed over.
final class DrawBuffer {
    private final double[] kept;
    private int size;
    private int interval = 1;
    private long seen;

    /// @param capacity even
    DrawBuffer(int capacity) {
        kept = new double[capacity];
    }

    void add(double draw) {
        if (seen++ % interval != 0) return;
        if (size == kept.length) {
            for (int i = 0; i < size / 2; i++) kept[i] = kept[2 * i];
            size /= 2;
            interval *= 2;
            if ((seen - 1) % interval != 0) return;
        }
        kept[size++] = draw;
    }

    /// The draws kept, without the given share at the beginning.
    double[] draws(double discardedShare) {
        return Arrays.copyOfRange(kept, (int) Math.ceil(discardedShare * size), size);
    }

    /// How many draws stand between two kept ones.
    int interval() {
        return interval;
    }
}
