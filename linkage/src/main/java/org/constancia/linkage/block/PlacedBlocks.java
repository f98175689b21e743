package org.constancia.linkage.block;

/// The blocks of a rule as they are searched: where every record finds those behind it in each of its blocks.
///
/// A record in a block of two has the other one's number. For greater blocks the members lie end to end, in
/// ascending order inside each block, the last one with a mark, and a record has the place of the one behind it.
/// Blocks are in the order of their first members, so that who asks for one record after the other reads the members
/// from their beginning to their end. Records with nobody behind them take a bit.
final class PlacedBlocks {
    private static final int LAST = Integer.MIN_VALUE;
    private static final int RECORD = Integer.MAX_VALUE;

    private final int[] members;

    /// By column: the complement of the other record of a block of two, or the index in `members` of the record
    /// behind, which is never 0; 0 for none.
    private final SparseNumbers[] places;

    /// @param grouped the records of all blocks, end to end, ascending in each block
    /// @param start where each block begins in `grouped`, and where the last one ends
    /// @param width how many blocks a record may be in
    PlacedBlocks(int[] grouped, int[] start, int blocks, int width, int size) {
        members = new int[placesIn(start, blocks)];
        places = new SparseNumbers[width];
        for (int column = 0; column < width; column++) {
            places[column] = new SparseNumbers(size);
        }
        for (int block = 0; block < blocks; block++) {
            for (int i = start[block]; i < start[block + 1] - 1; i++) {
                int column = 0;
                while (!places[column].mark(grouped[i])) {
                    column++;
                }
            }
        }
        for (SparseNumbers column : places) {
            column.close();
        }
        place(grouped, start, blocks, size);
    }

    /// How many members the blocks of more than two have.
    private static int placesIn(int[] start, int blocks) {
        int count = 0;
        for (int block = 0; block < blocks; block++) {
            int members = start[block + 1] - start[block];
            count = members > 2 ? Math.addExact(count, members) : count;
        }
        return count;
    }

    private void place(int[] grouped, int[] start, int blocks, int size) {
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
                int from = start[block - 1];
                if (start[block] - from == 2) {
                    add(grouped[from], ~grouped[from + 1]);
                } else {
                    at = place(grouped, from, start[block], at);
                }
            }
        }
    }

    /// Places one block from `at` on; returns where it ends.
    private int place(int[] grouped, int from, int to, int at) {
        int next = at;
        for (int i = from; i < to - 1; i++) {
            members[next++] = grouped[i];
            add(grouped[i], next);
        }
        members[next++] = grouped[to - 1] | LAST;
        return next;
    }

    /// Gives a record one more place.
    private void add(int record, int place) {
        int free = 0;
        while (free < places.length - 1 && places[free].of(record) != 0) {
            free++;
        }
        places[free].set(record, place);
    }

    /// Adds the records behind `record` in its blocks.
    void addLater(int record, PartnerSet found) {
        for (SparseNumbers column : places) {
            int place = column.of(record);
            if (place < 0) {
                found.add(~place);
            } else if (place > 0) {
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
}
