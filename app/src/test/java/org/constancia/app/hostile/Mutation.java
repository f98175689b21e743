package org.constancia.app.hostile;

import java.util.Arrays;
import java.util.Random;

/// Damages a file as chance has it: bytes changed, runs repeated, removed, moved, lengths made absurd, the end cut off.
final class Mutation {
    private static final byte[][] ABSURD = {
        {0, 0, 0, 0},
        {-1, -1, -1, -1},
        {127, -1, -1, -1},
        {-128, 0, 0, 0},
        {0, 0, 0, 1},
        {0x7f, (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff}
    };

    private Mutation() {}

    static byte[] of(byte[] healthy, Random random) {
        byte[] file = healthy.clone();
        int changes = 1 + random.nextInt(12);
        for (int i = 0; i < changes && file.length > 16; i++) file = change(file, random);
        return file;
    }

    private static byte[] change(byte[] file, Random random) {
        int at = random.nextInt(file.length);
        int run = 1 + random.nextInt(Math.min(64, file.length - at));
        return switch (random.nextInt(8)) {
            case 0 -> {
                file[at] = (byte) random.nextInt(256);
                yield file;
            }
            case 1 -> {
                file[at] ^= (byte) (1 << random.nextInt(8));
                yield file;
            }
            case 2 -> {
                byte[] absurd = ABSURD[random.nextInt(ABSURD.length)];
                System.arraycopy(absurd, 0, file, at, Math.min(absurd.length, file.length - at));
                yield file;
            }
            case 3 -> joined(Arrays.copyOf(file, at), Arrays.copyOfRange(file, at + run, file.length));
            case 4 -> joined(Arrays.copyOf(file, at + run), Arrays.copyOfRange(file, at, file.length));
            case 5 -> joined(Arrays.copyOf(file, at), joined(noise(random), Arrays.copyOfRange(file, at, file.length)));
            case 6 -> {
                System.arraycopy(file, random.nextInt(file.length - run + 1), file, at, run);
                yield file;
            }
            default -> Arrays.copyOf(file, Math.max(16, file.length - random.nextInt(Math.max(1, file.length / 4))));
        };
    }

    private static byte[] noise(Random random) {
        byte[] noise = new byte[1 + random.nextInt(32)];
        random.nextBytes(noise);
        return noise;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
