package org.constancia.evidence.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.constancia.evidence.digest.Sha256;
import org.constancia.evidence.digest.Sha512;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentStorePropertyTest {
    private static final NameKey KEY = NameKey.of(new byte[32]);

    @Property(tries = 15)
    void whatComesOutIsWhatWentIn(@ForAll @Size(max = 150_000) byte[] bytes, @ForAll("sizes") int piece)
            throws IOException {
        Path directory = Files.createTempDirectory("content");
        try (ContentStore store = ContentStore.open(directory, KEY)) {
            Content content = store.put(inPiecesOf(piece, bytes), bytes.length);
            assertThat(content).isEqualTo(new Content(Sha256.digestOf(bytes), Sha512.digestOf(bytes), bytes.length));
            try (InputStream stream = store.open(content.sha256())) {
                assertThat(stream.readAllBytes()).isEqualTo(bytes);
            }
        }
        deleteTree(directory);
    }

    @Provide
    Arbitrary<Integer> sizes() {
        return Arbitraries.of(1, 7, 8191, 131_072, 1_000_000);
    }

    /// Thirty-two writers put overlapping content at once: every acknowledged content is there, each once.
    @Test
    void manyWritersShareTheStore(@TempDir Path shared) throws Exception {
        try (ContentStore busy = ContentStore.open(shared, KEY);
                ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Content>> puts = IntStream.range(0, 640)
                    .mapToObj(i -> (Callable<Content>) () ->
                            busy.put(new ByteArrayInputStream(new byte[] {(byte) (i % 200), 1}), 10))
                    .toList();
            Set<Sha256> acknowledged = new HashSet<>();
            for (Future<Content> put : writers.invokeAll(puts)) {
                acknowledged.add(put.get().sha256());
            }
            assertThat(acknowledged).hasSize(200).allMatch(digest -> busy.verify(digest) == Condition.INTACT);
            assertThat(busy.listNames()).hasSize(200);
        }
    }

    private static void deleteTree(Path directory) throws IOException {
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static InputStream inPiecesOf(int size, byte[] bytes) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(length, size));
            }
        };
    }
}
