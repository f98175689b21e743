package org.constancia.linkage.block;

import java.util.stream.IntStream;
import org.constancia.linkage.record.People;

/// Some of the records, on which rules are tried before their blocks are made: told by their ids, whatever the order of
/// the records.
///
/// The array is not changed after it is made.
///
/// @param records their numbers, ascending
/// @param every how many records one of them stands for
@SuppressWarnings("ArrayRecordComponent")
record RecordSample(int[] records, int every) {
    /// Records enough to judge rules by.
    private static final int ENOUGH = 1 << 12;

    /// In a long list namesakes are so many more than pairs of one person that it takes more records to tell them
    /// apart.
    private static final int MOST_STOOD_FOR = 500;

    static RecordSample of(People people) {
        int every = Math.clamp(people.size() / ENOUGH, 1, MOST_STOOD_FOR);
        return new RecordSample(
                IntStream.range(0, people.size())
                        .filter(record ->
                                every == 1 || Math.floorMod(KeyParts.mixed(people.idHash(record)), every) == 0)
                        .toArray(),
                every);
    }

    /// How many pairs one pair of a record of the sample stands for: pairs are found from both their records, but for
    /// a sample of all of them.
    double weightOfPair() {
        return every == 1 ? 1 : every / 2.0;
    }

    /// Each record of the sample with its place in it, from 1 on.
    SparseNumbers numbered(int size) {
        SparseNumbers numbers = new SparseNumbers(size);
        for (int record : records) {
            numbers.mark(record);
        }
        numbers.close();
        for (int i = 0; i < records.length; i++) {
            numbers.set(records[i], i + 1);
        }
        return numbers;
    }
}
