package org.constancia.evidence.content;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.Random;

/// Puts random content from many threads until it is killed and prints the SHA-256 of each acknowledged item.
/// Arguments: directory, writers, seed, largest size in bytes.
public final class PuttingChild {
    private PuttingChild() {}

    public static void main(String[] arguments) {
        ContentStore store = ContentStore.open(Path.of(arguments[0]), NameKey.of(new byte[32]));
        int writers = Integer.parseInt(arguments[1]);
        long seed = Long.parseLong(arguments[2]);
        int largest = Integer.parseInt(arguments[3]);
        for (int writer = 0; writer < writers; writer++) {
            Random random = new Random(seed * 1000 + writer);
            Thread.ofPlatform().start(() -> {
                while (true) {
                    byte[] bytes = new byte[random.nextInt(largest)];
                    random.nextBytes(bytes);
                    Content content = store.put(new ByteArrayInputStream(bytes), largest);
                    synchronized (System.out) {
                        System.out.println(content.sha256().hex());
                        System.out.flush();
                    }
                }
            });
        }
    }
}
