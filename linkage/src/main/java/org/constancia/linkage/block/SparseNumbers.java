package org.constancia.linkage.block;

/// A number for some of the records, 0 for the others: a mark for each record, and the numbers of those marked
/// end to end. First the records are marked, then [#close] makes room for their numbers.
final class SparseNumbers {
    private final long[] marks;

    /// How many records are marked before those of each word of marks.
    private int[] before = new int[0];

    private int[] numbers = new int[0];

    /// @param size how many records there are
    SparseNumbers(int size) {
        marks = new long[(size >>> 6) + 1];
    }

    /// Marks a record; false if it was marked already.
    boolean mark(int record) {
        long word = marks[record >>> 6];
        marks[record >>> 6] = word | 1L << record;
        return (word & 1L << record) == 0;
    }

    /// Makes room for the numbers of the records marked; no record is marked after it.
    void close() {
        before = new int[marks.length];
        int count = 0;
        for (int word = 0; word < marks.length; word++) {
            before[word] = count;
            count += Long.bitCount(marks[word]);
        }
        numbers = new int[count];
    }

    /// The number of a record, 0 for none.
    int of(int record) {
        long word = marks[record >>> 6];
        return (word & 1L << record) == 0 ? 0 : numbers[rank(record, word)];
    }

    /// Gives a marked record its number.
    void set(int record, int number) {
        numbers[rank(record, marks[record >>> 6])] = number;
    }

    private int rank(int record, long word) {
        return before[record >>> 6] + Long.bitCount(word & (1L << record) - 1);
    }
}
