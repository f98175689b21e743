package org.constancia.linkage.block;

import org.constancia.linkage.record.DistinctValues;
import org.constancia.linkage.record.NameIndex;

/// What every word of a name gives to keys, worked out once for all places it stands in; 0 where it gives nothing, as a
/// single letter does.
///
/// The arrays are not changed after they are made.
///
/// @param formal the word, or the formal one of an everyday form
/// @param sound how the formal word sounds
/// @param first its first letter
/// @param second its first two letters
/// @param third its first three letters
@SuppressWarnings("ArrayRecordComponent")
record WordKeys(int[] formal, int[] sound, int[] first, int[] second, int[] third) {
    static WordKeys of(NameIndex index) {
        int size = index.size();
        WordKeys keys = new WordKeys(new int[size], new int[size], new int[size], new int[size], new int[size]);
        DistinctValues words = index.words();
        for (int word = 0; word < size; word++) {
            boolean letter = words.length(word) == 1;
            keys.formal[word] = letter ? 0 : KeyParts.mixed(words.hashOf(index.formal(word)));
            keys.sound[word] = letter ? 0 : KeyParts.mixed(index.sound(index.formal(word)));
            keys.first[word] = prefix(words, word, 1);
            keys.second[word] = prefix(words, word, 2);
            keys.third[word] = prefix(words, word, 3);
        }
        return keys;
    }

    private static int prefix(DistinctValues words, int word, int length) {
        if (words.length(word) < length) {
            return 0;
        }
        int prefix = 0;
        for (int i = words.from(word); i < words.from(word) + length; i++) {
            prefix = prefix << 8 | words.bytes()[i] & 0xff;
        }
        return KeyParts.mixed(prefix);
    }
}
