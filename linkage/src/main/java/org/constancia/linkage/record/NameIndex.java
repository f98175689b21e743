package org.constancia.linkage.record;

import java.util.stream.IntStream;
import org.constancia.linkage.name.Nicknames;
import org.constancia.linkage.name.SpanishSound;

/// Every distinct word that occurs in a name, given name or surname, with what is known about it once.
///
/// Given names and surnames share the numbers, so that a swap of the two is seen by comparing numbers.
public final class NameIndex {
    private static final int FACTS = 4;
    private static final int SOUND = 1;
    private static final int OUTLINE = 2;
    private static final int FIRST_BYTE = 3;

    /// More words of one sound are all marked, without comparing each with each.
    private static final int MOST_TOLD_APART = 32;

    private final DistinctValues words = new DistinctValues();

    /// Formal word, sound, outline and first byte of each word together, so that comparing two words takes one
    /// line of the processor's cache of each.
    private int[] facts = new int[0];

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
        boolean[] beyondLetters = new boolean[words.size()];
        facts = new int[FACTS * (words.size() + 1)];
        for (int word = 0; word < words.size(); word++) {
            byte[] key = SpanishSound.key(words.get(word));
            int at = FACTS * word;
            facts[at] = word < size ? formalOf[word] : word;
            facts[at + SOUND] = DistinctValues.hash(key, 0, key.length);
            facts[at + FIRST_BYTE] = words.from(word);
            facts[at + FACTS + FIRST_BYTE] = words.to(word);
            beyondLetters[word] |= facts[at] != word;
            beyondLetters[facts[at]] |= facts[at] != word;
        }
        markHomophones(beyondLetters);
        for (int word = 0; word < words.size(); word++) {
            facts[FACTS * word + OUTLINE] = outline(word, beyondLetters[word]);
        }
        givenCount = new int[words.size()];
        surnameCount = new int[words.size()];
    }

    private int outline(int word, boolean beyondLetters) {
        return WordOutline.of(words.bytes(), words.from(word), words.to(word), beyondLetters);
    }

    /// Marks words of one sound whose letters alone would not show that they are alike: CRUZ and KRUS.
    private void markHomophones(boolean[] beyondLetters) {
        long[] bySound = IntStream.range(0, words.size())
                .parallel()
                .mapToLong(word -> (long) sound(word) << Integer.SIZE | word)
                .sorted()
                .toArray();
        for (int from = 0, to = 1; from < bySound.length; from = to++) {
            while (to < bySound.length && bySound[to] >> Integer.SIZE == bySound[from] >> Integer.SIZE) {
                to++;
            }
            for (int i = from; i < to; i++) {
                for (int j = i + 1; j < to && to - from <= MOST_TOLD_APART; j++) {
                    int one = (int) bySound[i];
                    int other = (int) bySound[j];
                    if (!WordOutline.canBeAlike(outline(one, false), outline(other, false))) {
                        beyondLetters[one] = true;
                        beyondLetters[other] = true;
                    }
                }
                beyondLetters[(int) bySound[i]] |= to - from > MOST_TOLD_APART;
            }
        }
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
        return facts[FACTS * word];
    }

    /// A hash of the Spanish sound of the word.
    public int sound(int word) {
        return facts[FACTS * word + SOUND];
    }

    /// Where the word begins in the bytes of all words.
    public int from(int word) {
        return facts[FACTS * word + FIRST_BYTE];
    }

    /// Where the word ends in the bytes of all words.
    public int to(int word) {
        return facts[FACTS * (word + 1) + FIRST_BYTE];
    }

    /// The [WordOutline] of a word.
    public int outline(int word) {
        return facts[FACTS * word + OUTLINE];
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
