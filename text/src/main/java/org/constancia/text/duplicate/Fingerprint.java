package org.constancia.text.duplicate;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.constancia.text.clean.Block;

/// The MinHash signature of a text: for each of 128 hash functions the least value over its 3-word runs, and for 32 of
/// them also the least over the runs with which it begins. The beginning finds copies of which much was cut, rewritten
/// or appended: it stays most alike.
///
/// Two texts agree in a place with the probability of their Jaccard similarity (A. Broder, "On the resemblance and
/// containment of documents", 1997). Equal texts have equal fingerprints in every version of Constancia, so that stored
/// fingerprints stay comparable; {@link #VERSION} changes when that ever has to break.
public final class Fingerprint {
    /// Version of tokenisation and hash functions.
    public static final int VERSION = 2;

    static final int SIZE = 128;
    static final int BANDS = 80;

    private static final int LEAD = 32;
    private static final int LEAD_RUNS = 60;
    private static final int LEAST_LEAD_AGREEMENT = 4;
    private static final int LEAST_AGREEMENT = 6;
    private static final int FEWEST_SHINGLES = 15;
    static final int BYTES = 4 + 4 * (SIZE + LEAD);
    private static final int SHORTEST_LINE = 50;
    private static final long[] FACTORS = new long[SIZE];
    private static final long[] SUMMANDS = new long[SIZE];

    static {
        long state = 0x5DEECE66DL;
        for (int i = 0; i < SIZE; i++) {
            state = mixed(state + 0x9E3779B97F4A7C15L);
            FACTORS[i] = state | 1;
            state = mixed(state + 0x9E3779B97F4A7C15L);
            SUMMANDS[i] = state;
        }
    }

    private final int[] signature;
    private final int shingles;

    private Fingerprint(int[] signature, int shingles) {
        this.signature = signature;
        this.shingles = shingles;
    }

    /// The fingerprint of a text as it is.
    public static Fingerprint of(String text) {
        Words words = Words.of(text);
        return of(words, ShingleSet.of(words));
    }

    static Fingerprint of(Words words, ShingleSet set) {
        int[] least = new int[SIZE + LEAD];
        Arrays.fill(least, Integer.MAX_VALUE);
        addLeast(set, least, 0, SIZE);
        addLeast(ShingleSet.of(words, 0, Math.min(LEAD_RUNS, words.shingleCount())), least, SIZE, LEAD);
        return new Fingerprint(least, set.size());
    }

    private static void addLeast(ShingleSet set, int[] least, int from, int places) {
        for (int i = 0; i < set.size(); i++) {
            long shingle = set.hash(i);
            for (int place = 0; place < places; place++) {
                int value = (int) ((FACTORS[place] * shingle + SUMMANDS[place]) >>> 33);
                if (value < least[from + place]) least[from + place] = value;
            }
        }
    }

    /// What of a labelled text is compared: the body's running text. Menus and lone lines that the pages of one site
    /// share would make strangers look alike.
    public static String comparableText(String text, List<Block> blocks) {
        StringBuilder running = new StringBuilder();
        for (Block block : blocks) {
            if (!block.isBody()) continue;
            boolean sentence = ".!?…\"”»".indexOf(text.charAt(block.end() - 1)) >= 0;
            if (sentence || block.end() - block.start() >= SHORTEST_LINE)
                running.append(text, block.start(), block.end()).append("\n\n");
        }
        return running.toString();
    }

    /// One hash for each of 80 bands of two places, the band mixed in and never 0: texts that have one in common are
    /// worth comparing. A pair of Jaccard similarity .15 has one of the 64 bands of the whole with probability .77,
    /// one of .3 with .998; one whose beginnings have .4 has one of the 16 of the beginning with .94.
    public long[] bands() {
        long[] bands = new long[BANDS];
        for (int band = 0; band < BANDS; band++) bands[band] = band(band);
        return bands;
    }

    long band(int band) {
        long first = signature[2 * band];
        long second = signature[2 * band + 1];
        long hash = (first << 32 | second) * 0x9E3779B97F4A7C15L + band * 0xC2B2AE3D27D4EB4FL;
        hash ^= hash >>> 29;
        return hash == 0 ? 1 : hash;
    }

    /// Whether two texts agree in enough places to be worth comparing word by word.
    public boolean mayResemble(Fingerprint other) {
        return agreement(other) >= LEAST_AGREEMENT || agreement(other, SIZE, SIZE + LEAD) >= LEAST_LEAD_AGREEMENT;
    }

    /// Whether the text is too short for its likeness to mean anything.
    public boolean isTooShort() {
        return shingles < FEWEST_SHINGLES;
    }

    private static long mixed(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    /// In how many of the 128 places two fingerprints agree; divided by 128 it estimates the Jaccard similarity.
    public int agreement(Fingerprint other) {
        return agreement(other, 0, SIZE);
    }

    private int agreement(Fingerprint other, int from, int to) {
        int places = 0;
        for (int i = from; i < to; i++) if (signature[i] == other.signature[i]) places++;
        return places;
    }

    /// Texts of fewer than three words have nothing to compare.
    public boolean isEmpty() {
        return shingles == 0;
    }

    /// 644 bytes to store; {@link #ofBytes} reads them back.
    public byte[] toBytes() {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES).putInt(shingles);
        for (int value : signature) bytes.putInt(value);
        return bytes.array();
    }

    public static Fingerprint ofBytes(byte[] stored) {
        if (stored.length != BYTES)
            throw new IllegalArgumentException("not a fingerprint: " + stored.length + " bytes");
        ByteBuffer bytes = ByteBuffer.wrap(stored);
        int shingles = bytes.getInt();
        int[] signature = new int[SIZE + LEAD];
        for (int i = 0; i < signature.length; i++) signature[i] = bytes.getInt();
        return new Fingerprint(signature, shingles);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fingerprint that
                && shingles == that.shingles
                && Arrays.equals(signature, that.signature);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(signature);
    }
}
