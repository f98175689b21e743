package org.constancia.core.confine;

import java.time.Duration;

/// What a confined program may use.
///
/// @param heapMegabytes of the Java heap
/// @param time on the clock, start-up included
/// @param fileBytes the largest file it may write
public record Allowance(int heapMegabytes, Duration time, long fileBytes) {
    public Allowance {
        if (heapMegabytes < 1 || !time.isPositive() || fileBytes < 1) {
            throw new IllegalArgumentException("every allowance is positive");
        }
    }
}
