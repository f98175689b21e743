package org.constancia.app.web.open;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/// How many replies one address, and all addresses together, may send in a while. Kept in memory only: nobody's address
/// is written down.
public final class ReplyLimit {
    private static final Duration WHILE = Duration.ofMinutes(10);
    private static final int EACH = 5;
    private static final int ALL = 60;

    private final Clock clock;
    private final Map<String, Deque<Instant>> byAddress = new HashMap<>();
    private final Deque<Instant> all = new ArrayDeque<>();

    public ReplyLimit(Clock clock) {
        this.clock = clock;
    }

    /// Whether one more may be sent now; if so, it is counted.
    public synchronized boolean admits(String address) {
        Instant now = clock.instant();
        Instant forgotten = now.minus(WHILE);
        forget(all, forgotten);
        byAddress.values().forEach(sent -> forget(sent, forgotten));
        byAddress.values().removeIf(Deque::isEmpty);
        Deque<Instant> own = byAddress.computeIfAbsent(address, _ -> new ArrayDeque<>());
        if (own.size() >= EACH || all.size() >= ALL) return false;
        own.add(now);
        all.add(now);
        return true;
    }

    private static void forget(Deque<Instant> sent, Instant before) {
        while (!sent.isEmpty() && sent.getFirst().isBefore(before)) sent.removeFirst();
    }
}
