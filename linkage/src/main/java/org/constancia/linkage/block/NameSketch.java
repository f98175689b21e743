package org.constancia.linkage.block;

import java.util.Arrays;
import org.constancia.linkage.record.DistinctValues;
import org.constancia.linkage.record.NameIndex;
import org.constancia.linkage.record.Names;

/// Keys that records with nearly the same letters in their names are likely to share, wherever the slips are and
/// whatever the order of the names: a MinHash of the pairs of neighbouring letters of all words, two hashes a key.
///
/// Two records share a key with the square of the Jaccard similarity of their pairs of letters as probability.
/// A. Z. Broder, "On the resemblance and containment of documents" (1997); locality-sensitive hashing in bands:
/// A. Gionis, P. Indyk, R. Motwani, "Similarity search in high dimensions via hashing" (VLDB 1999).
final class NameSketch {
    /// How many keys a record has.
    static final int KEYS = 2;

    private static final int HASHES = 2 * KEYS;
    private static final int[] SEEDS = {0x1B873593, 0x2545F491, 0x6A09E667, 0x5BE0CD19};
    private static final int WORD_END = 1;

    private final Names names;
    private final int[] ofWord;

    NameSketch(Names names) {
        this.names = names;
        NameIndex index = names.index();
        ofWord = new int[HASHES * index.size()];
        Arrays.fill(ofWord, Integer.MAX_VALUE);
        for (int word = 0; word < index.size(); word++) {
            sketch(index.words(), word);
        }
    }

    private void sketch(DistinctValues words, int word) {
        int before = WORD_END;
        for (int i = words.from(word); i <= words.to(word); i++) {
            int letter = i < words.to(word) ? words.bytes()[i] & 0xff : WORD_END;
            for (int hash = 0; hash < HASHES; hash++) {
                int value = KeyParts.mixed((before << 8 | letter) ^ SEEDS[hash]);
                ofWord[HASHES * word + hash] = Math.min(ofWord[HASHES * word + hash], value);
            }
            before = letter;
        }
    }

    /// One of the keys of every record; 0 where it states no name.
    KeyPart key(int number) {
        return record -> {
            int first = least(record, 2 * number);
            int second = least(record, 2 * number + 1);
            return first == Integer.MAX_VALUE ? 0 : KeyParts.mixed(first, second);
        };
    }

    private int least(int record, int hash) {
        int least = Integer.MAX_VALUE;
        for (int position = 0; position < 2; position++) {
            int given = names.given(position, record);
            int surname = names.surname(position, record);
            least = given < 0 ? least : Math.min(least, ofWord[HASHES * given + hash]);
            least = surname < 0 ? least : Math.min(least, ofWord[HASHES * surname + hash]);
        }
        return least;
    }
}
