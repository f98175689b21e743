package org.constancia.estimation.chance;

import java.util.random.RandomGenerator;

/// Places persons in cells one at a time: a person is in the first cell whose upper bound is above a uniform number.
///
/// Fifteen bits of the number are compared with four bounds in one word of four lanes, so that a person costs a few
/// operations and no branch. A person whose bits are those of a bound is undecided; then the whole block gets 47
/// bits more each, given which all are placed anew. That is what 62 bits would have said at once.
///
/// Not safe for use by several threads: it keeps its working space.
final class SinglePlacement {
    private static final int BLOCK = 64;
    private static final int FINER_BITS = 47;
    private static final double ALL_BITS = 0x1p62;
    private static final int LANES = 4;
    private static final long LOW = 0x0001_0001_0001_0001L;
    private static final long HIGH = LOW << 15;

    private static final long LARGEST = (1L << 62) - 1;

    /// Lanes in which everybody is below and nobody undecided.
    private static final long NO_BOUNDS = -1;

    private final RandomGenerator random;
    /// Fifteen bits a person, repeated in every lane.
    private final long[] uniforms = new long[BLOCK];
    private final long[] bounds;
    /// The first fifteen bits of four bounds, each with 32,767 added, so that subtraction borrows from no neighbour.
    private final long[] lanes;
    /// How many persons are below each bound, four a word.
    private final long[] below;

    SinglePlacement(int mostCells, RandomGenerator random) {
        this.random = random;
        bounds = new long[mostCells + LANES];
        lanes = new long[mostCells / LANES + 1];
        below = new long[lanes.length];
    }

    /// Places persons in the cells `which[first]` to `which[end - 1]`, whose weights add up to `sum`.
    void place(
            long persons,
            double sum,
            double[] weights,
            int from,
            int[] which,
            int first,
            int end,
            long[] counts,
            int to) {
        if (persons == 0) return;
        int boundCount = end - first - 1;
        setBounds(boundCount, ALL_BITS / sum, weights, from, which, first);
        for (long left = persons; left > 0; left -= BLOCK) {
            int block = (int) Math.min(left, BLOCK);
            drawUniforms(block);
            if (compare(block, boundCount)) {
                addBetweenBounds(block, boundCount, which, first, counts, to);
            } else {
                addWithFinerBits(block, boundCount, which, first, counts, to);
            }
        }
    }

    private void setBounds(int boundCount, double scale, double[] weights, int from, int[] which, int first) {
        double reached = 0;
        long packed = NO_BOUNDS;
        for (int i = 0; i < boundCount; i++) {
            reached += weights[from + which[first + i]] * scale;
            long bound = Math.min((long) reached, LARGEST);
            bounds[i] = bound;
            packed = packed >>> 16 | (bound >>> FINER_BITS) + 0x7fff << 48;
            if ((i & 3) == 3) lanes[i >> 2] = packed;
        }
        int lanesLeft = boundCount & 3;
        if (lanesLeft > 0) lanes[boundCount >> 2] = packed >>> 64 - 16 * lanesLeft | NO_BOUNDS << 16 * lanesLeft;
    }

    private void drawUniforms(int block) {
        for (int i = 0; i < block; i += LANES) {
            long bits = random.nextLong();
            uniforms[i] = (bits >>> 49) * LOW;
            uniforms[i + 1] = (bits >>> 33 & 0x7fff) * LOW;
            uniforms[i + 2] = (bits >>> 17 & 0x7fff) * LOW;
            uniforms[i + 3] = (bits >>> 1 & 0x7fff) * LOW;
        }
    }

    /// Counts the persons below each bound; false when somebody is undecided.
    private boolean compare(int block, int boundCount) {
        long undecided = 0;
        for (int word = 0; word * LANES < boundCount; word++) {
            long bound = lanes[word];
            long sum = 0;
            for (int i = 0; i < block; i++) {
                // The highest bit of a lane says "below"; adding one sets it where number and bound are the same.
                long difference = bound - uniforms[i];
                sum += difference >>> 15 & LOW;
                undecided |= difference + LOW & ~difference;
            }
            below[word] = sum;
        }
        return (undecided & HIGH) == 0;
    }

    private void addBetweenBounds(int block, int boundCount, int[] which, int first, long[] counts, int to) {
        long before = 0;
        for (int i = 0; i < boundCount; i++) {
            long reached = below[i >> 2] >>> 16 * (i & 3) & 0xffff;
            counts[to + which[first + i]] += reached - before;
            before = reached;
        }
        counts[to + which[first + boundCount]] += block - before;
    }

    private void addWithFinerBits(int block, int boundCount, int[] which, int first, long[] counts, int to) {
        for (int i = 0; i < block; i++) {
            long uniform = (uniforms[i] & 0x7fff) << FINER_BITS | random.nextLong() >>> 64 - FINER_BITS;
            int cell = 0;
            while (cell < boundCount && uniform >= bounds[cell]) cell++;
            counts[to + which[first + cell]]++;
        }
    }
}
