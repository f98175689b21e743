package org.constancia.linkage.block;

/// The blocks of a rule as they are searched: where every record finds the others of each of its blocks.
///
/// A record in a block of two has the other one's number. For greater blocks the members lie end to end, in
/// ascending order inside each block, and a record has its place among them. The last member of a block carries
/// a mark, and so does its place: who asks for the records behind it in its block is answered without a look at
/// the members. Blocks are in the order of their first members, so that who asks for one record after the other
/// reads the members from their beginning to their end. Records in no block take a bit.
final class PlacedBlocks {
    private static final int LAST = Integer.MIN_VALUE;
    private static final int RECORD = Integer.MAX_VALUE;
    private static final int LAST_PLACE = 1 << 30;

    private final int[] members;

    /// By column: the complement of the other record of a block of two, or the index of a record in `members`
    /// plus one, with a mark for the last of its block; 0 for none.
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
        for (int i = 0; i < start[blocks]; i++) {
            int column = 0;
            while (!places[column].mark(grouped[i])) {
                column++;
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
            count += members > 2 ? members : 0;
        }
        if (count >= LAST_PLACE) {
            throw new IllegalArgumentException("the blocks of one rule have more than a billion members");
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
                    add(grouped[from + 1], ~grouped[from]);
                } else {
                    at = place(grouped, from, start[block], at);
                }
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
            add(member, last ? next | LAST_PLACE : next);
        }
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
                if (~place > record) {
                    found.add(~place);
                }
            } else if (place > 0 && place < LAST_PLACE) {
                addFrom(place, found);
            }
        }
    }

    /// Adds all records that are in a block with `record`.
    void addAll(int record, PartnerSet found) {
        for (SparseNumbers column : places) {
            int place = column.of(record);
            if (place < 0) {
                found.add(~place);
            } else if (place > 0) {
                for (int i = (place & LAST_PLACE - 1) - 2; i >= 0 && members[i] >= 0; i--) {
                    found.add(members[i]);
                }
                if (place < LAST_PLACE) {
                    addFrom(place, found);
                }
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
        for (SparseNumbers column : places) {
            int place = column.of(one);
            if (place < 0 ? ~place == other : place > 0 && isBeside(place, other)) {
                return true;
            }
        }
        return false;
    }

    /// Whether a record is in the block of that place.
    private boolean isBeside(int place, int other) {
        for (int i = (place & LAST_PLACE - 1) - 2; i >= 0 && members[i] >= 0; i--) {
            if (members[i] == other) {
                return true;
            }
        }
        for (int i = place; i < LAST_PLACE; i = members[i] < 0 ? LAST_PLACE : i + 1) {
            if ((members[i] & RECORD) == other) {
                return true;
            }
        }
        return false;
    }
}
