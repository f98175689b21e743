package org.constancia.linkage.block;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/// The blocks of one rule: groups of two or more records with a key in common. Records alone with their key
/// are left out.
///
/// Block `b` is `members[start[b]]` to `members[start[b + 1]]`; blocks are in the order of their first keys.
/// Blocks above a size are refined: their records are grouped by one more part, or by nothing when they lack
/// it. What no part can split is put in order and cut into overlapping runs, so that even a hundred thousand
/// equal rows stay connected at a bounded cost.
final class RuleBlocks {
    /// Keys of so many records are sorted at once; those of more in portions, which takes less memory.
    private static final int TOGETHER = 1 << 22;

    /// Members in a portion that one thread refines.
    private static final int PORTION = 1 << 18;

    /// One record in so many is enough to work a part out for all of them.
    private static final int MANY = 4;

    private static final long MASK = 0xffffffffL;

    private final int size;
    private int[] members;
    private int[] start;
    private int[] key;
    private int blocks;
    private int width;
    private int refined;

    private RuleBlocks(int size, int width, int expected) {
        this.size = size;
        this.width = width;
        members = new int[expected];
        start = new int[Math.max(2, expected / 2 + 1)];
        key = new int[start.length];
    }

    /// No blocks.
    static RuleBlocks none(int size) {
        return new RuleBlocks(size, 1, 0);
    }

    /// Groups all records by a rule.
    ///
    /// @param alternatives the parts of each key of the rule
    static RuleBlocks of(List<KeyPart[]> alternatives, int size) {
        return of(alternatives, size, TOGETHER);
    }

    /// As [#of(List, int)], with keys of about so many records sorted at once; the blocks do not depend on it.
    static RuleBlocks of(List<KeyPart[]> alternatives, int size, int together) {
        int[][] columns = new int[alternatives.size()][];
        int count = 0;
        for (int a = 0; a < columns.length; a++) {
            columns[a] = column(alternatives.get(a), columns, a, size);
            for (int value : columns[a]) {
                count += value == 0 ? 0 : 1;
            }
        }
        int shift = Integer.numberOfLeadingZeros(count / together);
        int[] inPortion = inPortions(columns, shift);
        List<RuleBlocks> portions = IntStream.range(0, inPortion.length)
                .parallel()
                .mapToObj(portion -> ofPortion(columns, size, entries(columns, portion, shift, inPortion[portion])))
                .toList();
        return portions.size() == 1 ? portions.getFirst() : joined(portions, size, columns.length);
    }

    /// How many keys there are with each of the uppermost bits that `shift` leaves.
    private static int[] inPortions(int[][] columns, int shift) {
        int[] inPortion = new int[1 << Integer.SIZE - shift];
        for (int[] column : columns) {
            for (int value : column) {
                inPortion[(int) ((value & MASK) >>> shift)] += value == 0 ? 0 : 1;
            }
        }
        return inPortion;
    }

    private static RuleBlocks ofPortion(int[][] columns, int size, long[] entries) {
        long[] sorted = RadixSort.byUpperHalf(entries);
        RuleBlocks grouped = new RuleBlocks(size, columns.length, shared(sorted));
        for (int from = 0; from < sorted.length; ) {
            int to = end(sorted, from, sorted.length);
            grouped.add(sorted, from, to, (int) (sorted[from] >>> 32));
            from = to;
        }
        return grouped;
    }

    /// The keys whose uppermost bits are `portion`, with their records, record by record, so that those of one
    /// key come in ascending order.
    private static long[] entries(int[][] columns, int portion, int shift, int count) {
        long[] entries = new long[count];
        int at = 0;
        for (int record = 0; at < count; record++) {
            for (int[] column : columns) {
                int value = column[record];
                if (value != 0 && (value & MASK) >>> shift == portion) {
                    entries[at++] = (long) value << 32 | record;
                }
            }
        }
        return entries;
    }

    private static RuleBlocks joined(List<RuleBlocks> portions, int size, int width) {
        RuleBlocks all = new RuleBlocks(
                size,
                width,
                portions.stream().mapToInt(part -> part.start[part.blocks]).reduce(0, Math::addExact));
        for (RuleBlocks portion : portions) {
            for (int block = 0; block < portion.blocks; block++) {
                all.copy(portion, block);
            }
        }
        return all;
    }

    private static int[] column(KeyPart[] parts, int[][] earlier, int alternative, int size) {
        int[] column = new int[size];
        Arrays.fill(column, 17);
        for (KeyPart part : parts) {
            part.mixInto(column);
        }
        for (int a = 0; a < alternative; a++) {
            for (int record = 0; record < size; record++) {
                if (column[record] == earlier[a][record]) {
                    column[record] = 0;
                }
            }
        }
        return column;
    }

    /// How many entries share their key with another.
    private static int shared(long[] sorted) {
        int shared = 0;
        for (int from = 0; from < sorted.length; ) {
            int to = end(sorted, from, sorted.length);
            shared += to - from > 1 ? to - from : 0;
            from = to;
        }
        return shared;
    }

    private static int end(long[] entries, int from, int limit) {
        long upper = entries[from] >>> 32;
        int to = from + 1;
        while (to < limit && entries[to] >>> 32 == upper) {
            to++;
        }
        return to;
    }

    private void add(long[] entries, int from, int to, int blockKey) {
        if (to - from < 2) {
            return;
        }
        int at = beginBlock(to - from);
        for (int i = from; i < to; i++) {
            members[at++] = (int) entries[i];
        }
        endBlock(at, blockKey);
    }

    /// Makes room for a block of so many members; returns where it begins.
    private int beginBlock(int count) {
        if (blocks + 2 > start.length) {
            start = Arrays.copyOf(start, blocks + (blocks >> 1) + 2);
            key = Arrays.copyOf(key, start.length);
        }
        int at = start[blocks];
        if (at + count > members.length) {
            members = Arrays.copyOf(members, Math.max(at + count, members.length + (members.length >> 1)));
        }
        return at;
    }

    private void endBlock(int end, int blockKey) {
        key[blocks++] = blockKey;
        start[blocks] = end;
    }

    int width() {
        return width;
    }

    int blocks() {
        return blocks;
    }

    /// Pairs in blocks, counted with repetitions.
    long pairs() {
        long pairs = 0;
        for (int block = 0; block < blocks; block++) {
            long count = count(block);
            pairs += count * (count - 1) / 2;
        }
        return pairs;
    }

    private int count(int block) {
        return start[block + 1] - start[block];
    }

    double pairsOfBiggestBlock() {
        double biggest = biggestBlock();
        return biggest * (biggest - 1) / 2;
    }

    int biggestBlock() {
        int biggest = 0;
        for (int block = 0; block < blocks; block++) {
            biggest = Math.max(biggest, count(block));
        }
        return biggest;
    }

    /// How many blocks were refined.
    int refinedBlocks() {
        return refined;
    }

    /// Refines the biggest blocks, part by part, until the blocks hold at most `budget` pairs.
    void refine(KeyPart[] parts, long budget) {
        for (KeyPart part : parts) {
            if (pairs() <= budget) {
                return;
            }
            int cap = capFor(budget);
            if (membersAbove(cap) > size / MANY) {
                part.prepare(size);
            }
            int[] portion = portions();
            List<RuleBlocks> refinedPortions = IntStream.range(0, portion.length - 1)
                    .parallel()
                    .mapToObj(i -> refined(portion[i], portion[i + 1], cap, part))
                    .toList();
            int before = refined;
            take(joined(refinedPortions, size, width));
            refined = before
                    + refinedPortions.stream()
                            .mapToInt(RuleBlocks::refinedBlocks)
                            .sum();
        }
    }

    /// How many members the blocks of more than `cap` have.
    private long membersAbove(int cap) {
        long members = 0;
        for (int block = 0; block < blocks; block++) {
            members += count(block) > cap ? count(block) : 0;
        }
        return members;
    }

    /// Where each of some portions of about as many members begins among the blocks, and where the last ends.
    private int[] portions() {
        int count = start[blocks] / PORTION + 1;
        int[] portion = new int[count + 1];
        int block = 0;
        for (int i = 1; i < count; i++) {
            while (block < blocks && start[block] < (long) start[blocks] * i / count) {
                block++;
            }
            portion[i] = block;
        }
        portion[count] = blocks;
        return portion;
    }

    /// Some of the blocks, those of more than `cap` members refined by a part.
    private RuleBlocks refined(int from, int to, int cap, KeyPart part) {
        RuleBlocks next = new RuleBlocks(size, width, start[to] - start[from]);
        for (int block = from; block < to; block++) {
            int blockKey = key[block];
            if (count(block) > cap) {
                next.refined++;
                next.addParts(sorted(block, part::of), added -> KeyParts.mixed(blockKey * 31 + added));
            } else {
                next.copy(this, block);
            }
        }
        return next;
    }

    /// Cuts blocks of more than `cap` records into overlapping runs of `cap`, in the order of `order`.
    ///
    /// @param columns how many keys a record may have afterwards; without room for a second one the runs do
    ///     not overlap
    void cut(int cap, int[] order, int columns) {
        if (biggestBlock() <= cap) {
            return;
        }
        boolean overlapping = 2 * width <= columns;
        RuleBlocks next = new RuleBlocks(size, overlapping ? 2 * width : width, members.length);
        next.refined = refined;
        for (int block = 0; block < blocks; block++) {
            if (count(block) <= cap) {
                next.copy(this, block);
                continue;
            }
            next.refined++;
            long[] ordered = sorted(block, record -> order[record]);
            next.addRuns(ordered, cap, 0, key[block] * 31);
            if (overlapping) {
                next.addRuns(ordered, cap, cap / 2, key[block] * 31 + 1);
            }
        }
        take(next);
    }

    private void take(RuleBlocks next) {
        members = next.members;
        start = next.start;
        key = next.key;
        blocks = next.blocks;
        width = next.width;
        refined = next.refined;
    }

    private void copy(RuleBlocks from, int block) {
        int count = from.count(block);
        int at = beginBlock(count);
        System.arraycopy(from.members, from.start[block], members, at, count);
        endBlock(at + count, from.key[block]);
    }

    /// The members of a block with a number of each above them, in the order of that number.
    private long[] sorted(int block, IntUnaryOperator number) {
        long[] entries = new long[count(block)];
        Arrays.setAll(entries, i -> {
            int record = members[start[block] + i];
            return (long) number.applyAsInt(record) << 32 | record;
        });
        Arrays.sort(entries);
        return entries;
    }

    private void addParts(long[] entries, IntUnaryOperator newKey) {
        for (int from = 0; from < entries.length; ) {
            int to = end(entries, from, entries.length);
            add(entries, from, to, newKey.applyAsInt((int) (entries[from] >>> 32)));
            from = to;
        }
    }

    /// Runs of `cap`, the first one shorter by `shift`.
    private void addRuns(long[] ordered, int cap, int shift, int seed) {
        for (int run = 0, from = 0; from < ordered.length; run++) {
            int to = Math.min(ordered.length, (run + 1) * cap - shift);
            int first = start[blocks];
            add(ordered, from, to, KeyParts.mixed(seed + 2 * run));
            Arrays.sort(members, first, start[blocks]);
            from = to;
        }
    }

    /// The largest block size up to which all blocks together stay within half the budget.
    private int capFor(long budget) {
        int[] blocksOfCount = new int[biggestBlock() + 1];
        for (int block = 0; block < blocks; block++) {
            blocksOfCount[count(block)]++;
        }
        long sum = 0;
        for (int count = 0; count < blocksOfCount.length; count++) {
            sum += (long) count * (count - 1) / 2 * blocksOfCount[count];
            if (sum > budget / 2) {
                return Math.max(2, count - 1);
            }
        }
        return Integer.MAX_VALUE;
    }

    /// The blocks as they are searched.
    PlacedBlocks placed() {
        return new PlacedBlocks(members, start, blocks, width, size);
    }

    /// The blocks of some of the records.
    ///
    /// @param number the number of each of these records, from 1 on
    Membership blocksOf(SparseNumbers number, int records) {
        return new Membership(members, start, blocks, number, records);
    }
}
