package org.constancia.bench.kernel;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.constancia.linkage.compare.EditDistance;
import org.constancia.linkage.compare.JaroWinkler;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Pairs of full names a second, one thread: names of about 22 letters, made of syllables.
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class StringKernelBenchmark {
    private static final int NAMES = 1024;
    private static final String[] SYLLABLES = {
        "MA", "RI", "JO", "SE", "LU", "CAR", "LOS", "GO", "MEZ", "RO", "DRI", "GUEZ", "PE", "DRO", "AN", "TO", "NIO",
        "SAN"
    };

    private final JaroWinkler jaroWinkler = new JaroWinkler();
    private final EditDistance editDistance = new EditDistance();
    private final byte[][] names = new byte[NAMES][];

    @Setup
    public void makeNames() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < NAMES; i++) {
            StringBuilder name = new StringBuilder();
            while (name.length() < 19) {
                name.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
                if (random.nextInt(4) == 0) {
                    name.append(' ');
                }
            }
            names[i] = name.toString().getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    @Benchmark
    @OperationsPerInvocation(NAMES)
    public double jaroWinkler() {
        double sum = 0;
        for (int i = 0; i < NAMES; i++) {
            sum += jaroWinkler.similarity(names[i], names[(i * 7 + 1) % NAMES]);
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(NAMES)
    public int editDistance() {
        int sum = 0;
        for (int i = 0; i < NAMES; i++) {
            sum += editDistance.alignment(names[i], names[(i * 7 + 1) % NAMES]);
        }
        return sum;
    }
}
