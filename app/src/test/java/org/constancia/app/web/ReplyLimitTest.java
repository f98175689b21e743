package org.constancia.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.constancia.app.web.open.ReplyLimit;
import org.junit.jupiter.api.Test;

class ReplyLimitTest {
    private static final class Hand extends Clock {
        private Instant now = Instant.parse("2025-03-14T14:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private final Hand clock = new Hand();
    private final ReplyLimit limit = new ReplyLimit(clock);

    @Test
    void oneAddressSendsFiveRepliesInTenMinutesAndThenWaits() {
        for (int i = 0; i < 5; i++) assertThat(limit.admits("one")).isTrue();
        assertThat(limit.admits("one")).isFalse();
        assertThat(limit.admits("other")).isTrue();
        clock.now = clock.now.plus(Duration.ofMinutes(11));
        assertThat(limit.admits("one")).isTrue();
    }

    @Test
    void allAddressesTogetherSendSixty() {
        for (int i = 0; i < 60; i++) assertThat(limit.admits("address " + i)).isTrue();
        assertThat(limit.admits("one more")).isFalse();
    }
}
