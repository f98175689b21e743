package org.constancia.linkage.name;

import java.util.Arrays;

/// How a Spanish name sounds, as a key: names that sound alike in most of Latin America get the same key.
///
/// B and V, S, Z and soft C, LL and Y, soft G and J, QU, K and hard C fall together; H is silent except in
/// CH; doubled letters count once. Order matters: CH is taken before H falls, C is soft only before E and I,
/// GU and QU lose their U only before E and I. A digit that scanning confuses with a letter (0, 1, 5) is read
/// as that letter.
public final class SpanishSound {
    private SpanishSound() {}

    /// The key of `letters` (as made by [Letters]); never longer than the name.
    public static byte[] key(byte[] letters) {
        byte[] key = new byte[letters.length];
        int length = 0;
        for (int i = 0; i < letters.length; i++) {
            int next = i + 1 < letters.length ? letters[i + 1] : 0;
            boolean front = next == 'E' || next == 'I';
            byte sound;
            switch (letters[i]) {
                case 'C' -> {
                    if (next == 'H') {
                        sound = 'X';
                        i++;
                    } else {
                        sound = (byte) (front ? 'S' : 'K');
                    }
                }
                case 'Z', '5' -> sound = 'S';
                case 'V' -> sound = 'B';
                case 'W' -> sound = 'U';
                case 'H' -> {
                    continue;
                }
                case 'L' -> {
                    if (next == 'L') {
                        sound = 'Y';
                        i++;
                    } else {
                        sound = 'L';
                    }
                }
                case 'G' -> {
                    if (front) {
                        sound = 'J';
                    } else {
                        sound = 'G';
                        if (next == 'U' && isFront(letters, i + 2)) {
                            i++;
                        }
                    }
                }
                case 'Q' -> {
                    sound = 'K';
                    if (next == 'U') {
                        i++;
                    }
                }
                case 'P' -> {
                    if (next == 'H') {
                        sound = 'F';
                        i++;
                    } else {
                        sound = 'P';
                    }
                }
                case 'Y' -> sound = (byte) (i + 1 == letters.length || next == ' ' ? 'I' : 'Y');
                case '0' -> sound = 'O';
                case '1' -> sound = 'L';
                default -> sound = letters[i];
            }
            if (length == 0 || key[length - 1] != sound) {
                key[length++] = sound;
            }
        }
        return Arrays.copyOf(key, length);
    }

    private static boolean isFront(byte[] letters, int at) {
        return at < letters.length && (letters[at] == 'E' || letters[at] == 'I');
    }
}
