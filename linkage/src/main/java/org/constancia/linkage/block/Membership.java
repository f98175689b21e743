package org.constancia.linkage.block;

import java.util.Arrays;

/// The blocks of a rule that some of the records are in, as lists linked from the last to the first.
final class Membership {
    private final int[] members;
    private final int[] start;
    private final int[] last;
    private int[] block;
    private int[] before;
    private int entries;

    /// @param members the records of all blocks, end to end
    /// @param start where each block begins in `members`, and where the last one ends
    /// @param number the number of each of the records asked for, from 1 on
    Membership(int[] members, int[] start, int blocks, SparseNumbers number, int records) {
        this.members = members;
        this.start = start;
        last = new int[records];
        block = new int[records + 1];
        before = new int[records + 1];
        for (int b = 0; b < blocks; b++) {
            for (int i = start[b]; i < start[b + 1]; i++) {
                int found = number.of(members[i]);
                if (found > 0) {
                    add(found - 1, b);
                }
            }
        }
    }

    private void add(int record, int number) {
        if (++entries == block.length) {
            block = Arrays.copyOf(block, entries * 2);
            before = Arrays.copyOf(before, entries * 2);
        }
        block[entries] = number;
        before[entries] = last[record];
        last[record] = entries;
    }

    /// How many places the records have in blocks of each size.
    int[] sizes() {
        int[] sizes = new int[2];
        for (int entry = 1; entry <= entries; entry++) {
            int size = start[block[entry] + 1] - start[block[entry]];
            if (size >= sizes.length) {
                sizes = Arrays.copyOf(sizes, Math.max(size + 1, sizes.length * 3 / 2));
            }
            sizes[size]++;
        }
        return sizes;
    }

    /// Adds the other records in the blocks of a record.
    ///
    /// @param record its number among those asked for
    /// @param itself its number among all records
    void addOthers(int record, int itself, PartnerSet found) {
        for (int entry = last[record]; entry > 0; entry = before[entry]) {
            for (int i = start[block[entry]]; i < start[block[entry] + 1]; i++) {
                if (members[i] != itself) {
                    found.add(members[i]);
                }
            }
        }
    }
}
