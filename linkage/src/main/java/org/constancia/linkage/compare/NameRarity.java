package org.constancia.linkage.compare;

import org.constancia.linkage.record.NameIndex;

/// How rare every word is as a given name and as a surname, worked out once for all threads.
///
/// The arrays are not changed after they are made.
@SuppressWarnings("ArrayRecordComponent")
record NameRarity(byte[] givenBands, double[] givenChances, byte[] surnameBands, double[] surnameChances) {
    static NameRarity of(NameIndex index) {
        return new NameRarity(
                FrequencyBand.bands(index.size(), index::givenFrequency),
                FrequencyBand.chances(index.size(), index::givenFrequency),
                FrequencyBand.bands(index.size(), index::surnameFrequency),
                FrequencyBand.chances(index.size(), index::surnameFrequency));
    }
}
