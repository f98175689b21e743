package org.constancia.store.record;

import java.time.Clock;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// Identifiers that sort by the time of their making: UUID version 7 (RFC 9562, section 5.7), 48 bits of milliseconds
/// and 74 random bits.
public final class TimeOrderedIds {
    private final Clock clock;
    private final RandomGenerator random;

    public TimeOrderedIds(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    public UUID next() {
        long high = (clock.millis() << 16) | 0x7000L | (random.nextLong() & 0x0fffL);
        long low = (random.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
