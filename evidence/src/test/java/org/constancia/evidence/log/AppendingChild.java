package org.constancia.evidence.log;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.evidence.content.Content;
import org.constancia.evidence.content.ContentStore;
import org.constancia.evidence.content.NameKey;

/// Appends entries and keeps content below a home until it is killed or has done its rounds; prints a line for
/// each acknowledgement: `log <size> <root>` or `put <sha256>`. A refusal is printed as `refused`. Arguments:
/// home, rounds (0 for ever), largest batch.
public final class AppendingChild {
    private AppendingChild() {}

    public static void main(String[] arguments) {
        TestLog place = new TestLog(Path.of(arguments[0]));
        int rounds = Integer.parseInt(arguments[1]);
        int batch = Integer.parseInt(arguments[2]);
        try {
            TransparencyLog log = place.open();
            ContentStore store = ContentStore.open(place.home().resolve("content"), NameKey.of(new byte[32]));
            for (int round = 0; rounds == 0 || round < rounds; round++) {
                attempt(log, store, 1 + (round * 37) % batch);
            }
        } catch (ConstanciaException refused) {
            System.out.println("refused " + refused.problem());
        }
    }

    private static void attempt(TransparencyLog log, ContentStore store, int batch) {
        try {
            long size = log.size();
            log.append(size, TestLog.entries(size, batch));
            System.out.println("log " + log.size() + " " + log.root(log.size()));
            byte[] bytes = Long.toString(size).getBytes(StandardCharsets.UTF_8);
            Content content = store.put(new ByteArrayInputStream(bytes), 100);
            System.out.println("put " + content.sha256());
        } catch (ConstanciaException refused) {
            System.out.println("refused " + refused.problem());
        }
    }
}
