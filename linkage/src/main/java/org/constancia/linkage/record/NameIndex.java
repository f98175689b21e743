package org.constancia.linkage.record;

import java.util.Arrays;
import org.constancia.linkage.name.Nicknames;
import org.constancia.linkage.name.SpanishSound;

/// Every distinct word that occurs in a name, given name or surname, with what is known about it once.
///
/// Given names and surnames share the numbers, so that a swap of the two is seen by comparing numbers.
public final class NameIndex {
    private final DistinctValues words = new DistinctValues();
    private int[] formal = new int[0];
    private int[] sound = new int[0];
    private int[] letters = new int[0];
    private int[] givenCount = new int[0];
    private int[] surnameCount = new int[0];
    private long givenTotal;
    private long surnameTotal;

    /// The number of a word, made if it is new. Before [#close()] only.
    int intern(byte[] word) {
        return words.intern(word);
    }

    /// Works out sounds and everyday forms and makes room for the counts; no words are added after it.
    void close() {
        int size = words.size();
        int[] formalOf = new int[size];
        for (int word = 0; word < size; word++) {
            byte[] letters = words.get(word);
            byte[] name = Nicknames.bundled().formal(letters);
            formalOf[word] = name == letters ? word : words.intern(name);
        }
        formal = Arrays.copyOf(formalOf, words.size());
        for (int word = size; word < formal.length; word++) {
            formal[word] = word;
        }
        sound = new int[words.size()];
        for (int word = 0; word < sound.length; word++) {
            byte[] key = SpanishSound.key(words.get(word));
            sound[word] = DistinctValues.hash(key, 0, key.length);
        }
        letters = new int[words.size()];
        for (int word = 0; word < letters.length; word++) {
            for (int i = words.from(word); i < words.to(word); i++) {
                letters[word] |= 1 << (words.bytes()[i] & 31);
            }
        }
        givenCount = new int[words.size()];
        surnameCount = new int[words.size()];
    }

    void countGiven(int word) {
        givenCount[word]++;
        givenTotal++;
    }

    void countSurname(int word) {
        surnameCount[word]++;
        surnameTotal++;
    }

    public int size() {
        return words.size();
    }

    public DistinctValues words() {
        return words;
    }

    /// The word a person of that everyday name is formally called, the word itself for any other.
    public int formal(int word) {
        return formal[word];
    }

    /// A hash of the Spanish sound of the word.
    public int sound(int word) {
        return sound[word];
    }

    /// Which letters occur in the word, one bit a letter (letters that fall together in five bits share one).
    public int letters(int word) {
        return letters[word];
    }

    /// The share of all given names that are this word, in (0, 1].
    public double givenFrequency(int word) {
        return Math.max(1, givenCount[word]) / (double) Math.max(1, givenTotal);
    }

    /// The share of all surnames that are this word, in (0, 1].
    public double surnameFrequency(int word) {
        return Math.max(1, surnameCount[word]) / (double) Math.max(1, surnameTotal);
    }
}
