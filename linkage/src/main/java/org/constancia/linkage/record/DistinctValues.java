package org.constancia.linkage.record;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Byte strings numbered from 0 in order of first appearance, each stored once.
///
/// Bytes lie end to end in one array; `offset[i]` to `offset[i + 1]` is value `i`. The hash table is open
/// addressing with linear probing and holds value numbers plus one; 0 is an empty slot.
public final class DistinctValues {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    /// A shorter table is in the processor's cache anyway.
    private static final int SELDOM_AT_HAND = 1 << 15;

    private byte[] bytes = new byte[1 << 12];
    private int[] offset = new int[1 << 8];
    private int[] hash = new int[1 << 8];
    private int[] table = new int[1 << 9];
    private int size;

    /// Takes what was read ahead, so that the reading is not optimised away.
    @SuppressWarnings("unused")
    private volatile int touched;

    public int size() {
        return size;
    }

    /// The number of the value, given a new one if it was not there.
    public int intern(byte[] source, int from, int to) {
        int valueHash = hash(source, from, to);
        int mask = table.length - 1;
        int slot = valueHash & mask;
        while (table[slot] != 0) {
            int value = table[slot] - 1;
            if (hash[value] == valueHash && equals(value, source, from, to)) {
                return value;
            }
            slot = (slot + 1) & mask;
        }
        table[slot] = size + 1;
        append(source, from, to, valueHash);
        if (size * 2 > table.length) {
            rehash();
        }
        return size - 1;
    }

    /// Reads what interning some values will need, all at once, which a processor does much faster than one
    /// by one.
    ///
    /// @param source where the values lie, value `i` from `from[i]` to `to[i]`
    void expect(byte[] source, int[] from, int[] to, int first, int last) {
        if (table.length < SELDOM_AT_HAND) {
            return;
        }
        int mask = table.length - 1;
        int[] found = new int[last - first];
        for (int i = first; i < last; i++) {
            found[i - first] = table[hash(source, from[i], to[i]) & mask];
        }
        int sum = 0;
        for (int value : found) {
            sum += hash[Math.max(0, value - 1)] + offset[Math.max(0, value - 1)];
        }
        touched = sum;
    }

    public int intern(byte[] value) {
        return intern(value, 0, value.length);
    }

    /// The number of the value, or -1.
    public int find(byte[] source, int from, int to) {
        int valueHash = hash(source, from, to);
        int mask = table.length - 1;
        for (int slot = valueHash & mask; table[slot] != 0; slot = (slot + 1) & mask) {
            int found = table[slot] - 1;
            if (hash[found] == valueHash && equals(found, source, from, to)) {
                return found;
            }
        }
        return -1;
    }

    public int find(byte[] value) {
        return find(value, 0, value.length);
    }

    /// Gives back what only finding values takes; none is added or sought after it.
    void close() {
        table = new int[0];
        bytes = Arrays.copyOf(bytes, offset[size]);
        offset = Arrays.copyOf(offset, size + 1);
        hash = Arrays.copyOf(hash, size);
    }

    public byte[] get(int value) {
        return Arrays.copyOfRange(bytes, offset[value], offset[value + 1]);
    }

    /// The array all values lie in; valid until the next [#intern(byte[])].
    public byte[] bytes() {
        return bytes;
    }

    public int from(int value) {
        return offset[value];
    }

    public int to(int value) {
        return offset[value + 1];
    }

    public int length(int value) {
        return offset[value + 1] - offset[value];
    }

    /// A hash of the value that depends on its bytes only.
    public int hashOf(int value) {
        return hash[value];
    }

    /// Numbers the values anew, and lays their bytes in the new order; none is added or sought after it.
    ///
    /// @param order for every new number the one it was; each once
    void arrange(int[] order) {
        byte[] arranged = new byte[offset[size]];
        int[] arrangedOffset = new int[size + 1];
        int[] arrangedHash = new int[size + 1];
        for (int value = 0; value < size; value++) {
            int before = order[value];
            int length = length(before);
            System.arraycopy(bytes, offset[before], arranged, arrangedOffset[value], length);
            arrangedOffset[value + 1] = arrangedOffset[value] + length;
            arrangedHash[value] = hash[before];
        }
        bytes = arranged;
        offset = arrangedOffset;
        hash = arrangedHash;
        table = new int[0];
    }

    private void append(byte[] source, int from, int to, int valueHash) {
        int start = offset[size];
        int end = Math.addExact(start, to - from);
        if (end > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(end, grown(bytes.length)));
        }
        System.arraycopy(source, from, bytes, start, to - from);
        if (size + 2 > offset.length) {
            offset = Arrays.copyOf(offset, grown(offset.length));
            hash = Arrays.copyOf(hash, offset.length);
        }
        hash[size] = valueHash;
        offset[++size] = end;
    }

    private static int grown(int length) {
        return (int) Math.min(Integer.MAX_VALUE - 8, length + (length >> 1) + 16L);
    }

    private void rehash() {
        table = new int[table.length * 2];
        int mask = table.length - 1;
        for (int value = 0; value < size; value++) {
            int slot = hash[value] & mask;
            while (table[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            table[slot] = value + 1;
        }
    }

    private boolean equals(int value, byte[] source, int from, int to) {
        int at = offset[value];
        if (offset[value + 1] - at != to - from) {
            return false;
        }
        int i = from;
        for (; i + Long.BYTES <= to; i += Long.BYTES, at += Long.BYTES) {
            if ((long) LONG.get(source, i) != (long) LONG.get(bytes, at)) {
                return false;
            }
        }
        return rest(source, i, to) == rest(bytes, at, offset[value + 1]);
    }

    static int hash(byte[] source, int from, int to) {
        long state = to - from;
        int i = from;
        for (; i + Long.BYTES <= to; i += Long.BYTES) {
            state = (state ^ (long) LONG.get(source, i)) * MULTIPLIER;
            state ^= state >>> 29;
        }
        state = (state ^ rest(source, i, to)) * MULTIPLIER;
        state ^= state >>> 32;
        state *= MULTIPLIER;
        return (int) (state >>> 32);
    }

    /// Fewer than eight bytes as one number, the first one uppermost. Eight are read where there are so many:
    /// how long texts are no processor can foresee.
    private static long rest(byte[] source, int from, int to) {
        int bits = (to - from) * Byte.SIZE;
        if (from + Long.BYTES <= source.length) {
            return Long.reverseBytes((long) LONG.get(source, from)) >>> 1 >>> Long.SIZE - 1 - bits;
        }
        long rest = 0;
        for (int i = from; i < to; i++) {
            rest = rest << Byte.SIZE | source[i] & 0xff;
        }
        return rest;
    }
}
