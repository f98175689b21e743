package org.constancia.linkage;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// Where the time of a run goes: wall and processor seconds of every stage, in order.
///
/// Stages follow each other without gaps. Processor time is that of the whole process, the compilation of Java
/// included.
public final class StageTimes {
    /// The time one stage took; a stage that came several times has the sum.
    public record Stage(double wall, double processor) {
        Stage plus(Stage other) {
            return new Stage(wall + other.wall, processor + other.processor);
        }
    }

    private final Map<String, Stage> stages = new LinkedHashMap<>();
    private long wall = System.nanoTime();
    private Duration processor = processor();

    /// Ends a stage: the time since the end of the one before it is its own.
    public void end(String stage) {
        long nowWall = System.nanoTime();
        Duration nowProcessor = processor();
        Stage passed =
                new Stage((nowWall - wall) / 1e9, nowProcessor.minus(processor).toNanos() / 1e9);
        stages.merge(stage, passed, Stage::plus);
        wall = nowWall;
        processor = nowProcessor;
    }

    /// All stages so far, in the order in which they first ended.
    public Map<String, Stage> stages() {
        return Collections.unmodifiableMap(stages);
    }

    private static Duration processor() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
