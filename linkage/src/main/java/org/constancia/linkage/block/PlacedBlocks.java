package org.constancia.linkage.block;

/// The blocks of a rule as they are searched: the members of all blocks end to end, in ascending order inside
/// each block, and the place of every record in each of its blocks.
///
/// The last member of a block carries a mark, and so does its place: who asks for the records behind it in its
/// block is answered without a look at the members. Blocks are in the order of their first members, so that who
/// asks for one record after the other reads the members from their beginning to their end.
final class PlacedBlocks {
    private static final int LAST = Integer.MIN_VALUE;
    private static final int RECORD = Integer.MAX_VALUE;

    private final int[] members;

    /// By column: the index of a record in `members` plus one, negative for the last of its block, 0 for none.
    private final int[][] places;

    /// @param grouped the records of all blocks, end to end, ascending in each block
    /// @param start where each block begins in `grouped`, and where the last one ends
    /// @param width how many blocks a record may be in
    PlacedBlocks(int[] grouped, int[] start, int blocks, int width, int size) {
        members = new int[start[blocks]];
        places = new int[width][size];
        int[] firstBlock = new int[size];
        int[] nextBlock = new int[blocks + 1];
        for (int block = blocks - 1; block >= 0; block--) {
            int record = grouped[start[block]];
            nextBlock[block + 1] = firstBlock[record];
            firstBlock[record] = block + 1;
        }
        int at = 0;
        for (int record = 0; record < size; record++) {
            for (int block = firstBlock[record]; block != 0; block = nextBlock[block]) {
                at = place(grouped, start[block - 1], start[block], at);
            }
        }
    }

    /// Places one block from `at` on; returns where it ends.
    private int place(int[] grouped, int from, int to, int at) {
        int next = at;
        for (int i = from; i < to; i++) {
            int member = grouped[i];
            boolean last = i == to - 1;
            members[next++] = last ? member | LAST : member;
            int free = 0;
            while (free < places.length - 1 && places[free][member] != 0) {
                free++;
            }
            places[free][member] = last ? -next : next;
        }
        return next;
    }

    /// Adds the records behind `record` in its blocks.
    void addLater(int record, PartnerSet found) {
        for (int[] column : places) {
            if (column[record] > 0) {
                addFrom(column[record], found);
            }
        }
    }

    /// Adds all records that are in a block with `record`.
    void addAll(int record, PartnerSet found) {
        for (int[] column : places) {
            int place = column[record];
            for (int i = Math.abs(place) - 2; i >= 0 && members[i] >= 0; i--) {
                found.add(members[i]);
            }
            if (place > 0) {
                addFrom(place, found);
            }
        }
    }

    private void addFrom(int place, PartnerSet found) {
        int i = place;
        int member;
        do {
            member = members[i++];
            found.add(member & RECORD);
        } while (member >= 0);
    }

    /// Whether two records are in one block.
    boolean finds(int one, int other) {
        for (int[] column : places) {
            int place = column[one];
            for (int i = Math.abs(place) - 2; i >= 0 && members[i] >= 0; i--) {
                if (members[i] == other) {
                    return true;
                }
            }
            for (int i = place; i > 0; i = members[i] < 0 ? 0 : i + 1) {
                if ((members[i] & RECORD) == other) {
                    return true;
                }
            }
        }
        return false;
    }
}
