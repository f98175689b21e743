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

    /// Groups all records by a rule.
    ///
    /// @param alternatives the parts of each key of the rule
    static RuleBlocks of(List<KeyPart[]> alternatives, int size) {
        return of(alternatives, size, TOGETHER);
    }

    /// As [#of(List, int)], with keys of about so many records sorted at once; the blocks do not depend on
    /// it.
    static RuleBlocks of(List<KeyPart[]> alternatives, int size, int together) {
        RuleKeys keys = RuleKeys.of(alternatives, size, together);
        List<RuleBlocks> portions = IntStream.range(0, keys.portions())
                .parallel()
                .mapToObj(portion -> ofEntries(keys.entries(portion), alternatives.size(), size))
                .toList();
        return portions.size() == 1 ? portions.getFirst() : joined(portions, size, alternatives.size());
    }

    /// The blocks of a rule that hold one of some records, whole, and a few others.
    static RuleBlocks around(int[] records, List<KeyPart[]> alternatives, int size) {
        return ofEntries(RuleKeys.entriesAround(records, alternatives, size), alternatives.size(), size);
    }

    private static RuleBlocks ofEntries(long[] entries, int width, int size) {
        long[] sorted = RadixSort.byUpperHalf(entries);
        RuleBlocks grouped = new RuleBlocks(size, width, shared(sorted));
        for (int from = 0; from < sorted.length; ) {
            int to = end(sorted, from, sorted.length);
            grouped.add(sorted, from, to, (int) (sorted[from] >>> 32));
            from = to;
        }
        return grouped;
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

    /// Splits the blocks of more than `cap` members by a part.
    void refine(KeyPart part, int cap) {
        refine(cap, (next, block) -> {
            int blockKey = key[block];
            next.addParts(sorted(block, part::of), added -> KeyParts.mixed(blockKey * 31 + added));
        });
    }

    /// As [#refine(KeyPart, int)], but of a block that is split only what some records are in is kept.
    ///
    /// @param asked the number of each of these records, from 1 on
    void refineAround(SparseNumbers asked, KeyPart part, int cap) {
        refine(cap, (next, block) -> next.addPartsAround(asked, this, block, part));
    }

    /// Adds to other blocks what a block is split into.
    @FunctionalInterface
    private interface Split {
        void of(RuleBlocks next, int block);
    }

    private void refine(int cap, Split split) {
        int[] portion = portions();
        List<RuleBlocks> refinedPortions = IntStream.range(0, portion.length - 1)
                .parallel()
                .mapToObj(i -> refined(portion[i], portion[i + 1], cap, split))
                .toList();
        int before = refined;
        take(joined(refinedPortions, size, width));
        refined = before
                + refinedPortions.stream().mapToInt(RuleBlocks::refinedBlocks).sum();
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

    /// Some of the blocks, those of more than `cap` members split.
    private RuleBlocks refined(int from, int to, int cap, Split split) {
        RuleBlocks next = new RuleBlocks(size, width, start[to] - start[from]);
        for (int block = from; block < to; block++) {
            if (count(block) > cap) {
                next.refined++;
                split.of(next, block);
            } else {
                next.copy(this, block);
            }
        }
        return next;
    }

    /// Cuts blocks of more than `cap` records into overlapping runs of `cap`, in the order of `order`.
    void cut(int cap, IntUnaryOperator order) {
        if (biggestBlock() <= cap) {
            return;
        }
        RuleBlocks next = new RuleBlocks(size, 2 * width, members.length);
        next.refined = refined;
        for (int block = 0; block < blocks; block++) {
            if (count(block) <= cap) {
                next.copy(this, block);
                continue;
            }
            next.refined++;
            long[] ordered = sorted(block, order);
            next.addRuns(ordered, cap, 0, key[block] * 31);
            next.addRuns(ordered, cap, cap / 2, key[block] * 31 + 1);
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

    private void addPartsAround(SparseNumbers asked, RuleBlocks from, int block, KeyPart part) {
        int first = from.start[block];
        int[] values = new int[from.count(block)];
        int[] wanted = new int[4];
        int count = 0;
        for (int i = 0; i < values.length; i++) {
            values[i] = part.of(from.members[first + i]);
            if (asked.of(from.members[first + i]) > 0) {
                wanted = count == wanted.length ? Arrays.copyOf(wanted, 2 * count) : wanted;
                wanted[count++] = values[i];
            }
        }
        Arrays.sort(wanted, 0, count);
        for (int w = 0; w < count; w++) {
            if (w == 0 || wanted[w] != wanted[w - 1]) {
                addOfValue(wanted[w], values, from.members, first, from.key[block]);
            }
        }
    }

    /// Adds those of some members that have a value, if they are several.
    private void addOfValue(int value, int[] values, int[] candidates, int first, int blockKey) {
        int begin = beginBlock(values.length);
        int at = begin;
        for (int i = 0; i < values.length; i++) {
            members[at] = candidates[first + i];
            at += values[i] == value ? 1 : 0;
        }
        if (at - begin > 1) {
            endBlock(at, KeyParts.mixed(blockKey * 31 + value));
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
