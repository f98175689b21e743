package org.constancia.app.cli.evidence;

import java.time.Duration;

/// Durations for people, in the two largest units that say something.
final class Durations {
    private Durations() {}

    static String text(Duration duration) {
        if (duration.toDays() > 0) return "%d d %d h".formatted(duration.toDays(), duration.toHoursPart());
        if (duration.toHours() > 0) return "%d h %d min".formatted(duration.toHours(), duration.toMinutesPart());
        if (duration.toMinutes() > 0) return "%d min %d s".formatted(duration.toMinutes(), duration.toSecondsPart());
        return "%d.%d s".formatted(duration.toSeconds(), duration.toMillisPart() / 100);
    }
}
