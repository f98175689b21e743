package org.constancia.evidence.capture;

import java.time.Duration;

/// How far a capture goes.
///
/// @param bytes the largest response, in bytes
/// @param total the most bytes of one capture, in all
/// @param requisites the most images, styles and scripts fetched with a page
/// @param redirects the most redirects followed
/// @param patience for one connection or one silence
/// @param deadline for the whole capture
public record CaptureLimits(
        long bytes, long total, int requisites, int redirects, Duration patience, Duration deadline) {
    /// 64 MiB a response, 256 MiB in all, 200 requisites, 10 redirects, 20 s of silence, 5 minutes.
    public static CaptureLimits usual() {
        return new CaptureLimits(64L << 20, 256L << 20, 200, 10, Duration.ofSeconds(20), Duration.ofMinutes(5));
    }
}
