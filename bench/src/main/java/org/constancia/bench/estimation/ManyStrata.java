package org.constancia.bench.estimation;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Writes a file of the size that a truth commission brings: `ManyStrata FILE.csv [STRATA] [REPLICATES] [SEED]`.
///
/// Every stratum is a population of its own (200 to 5,000 persons, two or three hidden classes, five lists, some
/// without a
/// list or two); every replicate moves a few persons between patterns, as another draw of the links would. One row a
/// pattern, with the columns `stratum` and `draw`.
public final class ManyStrata {
    private static final int LISTS = 5;
    private static final double MOVED = .02;

    private ManyStrata() {}

    public static void main(String[] arguments) throws Exception {
        int strata = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100;
        int replicates = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 100;
        long seed = arguments.length > 3 ? Long.parseLong(arguments[3]) : 1;
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        try (PrintStream out =
                new PrintStream(Files.newOutputStream(Path.of(arguments[0])), false, StandardCharsets.UTF_8)) {
            out.println("stratum,draw,A,B,C,D,E,count");
            for (int s = 0; s < strata; s++) {
                List<Integer> patterns = population(random);
                for (int r = 0; r < replicates; r++) write(out, s, r, patterns, random);
            }
        }
    }

    private static List<Integer> population(RandomGenerator random) {
        int size = (int) (200 * Math.pow(25, random.nextDouble()));
        int classes = 2 + random.nextInt(2);
        double[][] captures = new double[classes][LISTS];
        for (double[] own : captures) {
            double level = .05 + .4 * random.nextDouble();
            for (int j = 0; j < LISTS; j++) own[j] = Math.min(.9, level * 2 * random.nextDouble());
        }
        if (random.nextDouble() < .3) {
            int missing = random.nextInt(LISTS);
            for (double[] own : captures) own[missing] = 0;
        }
        List<Integer> patterns = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            double[] own = captures[Math.min(classes - 1, (int) (-Math.log(random.nextDouble())))];
            int pattern = 0;
            for (int j = 0; j < LISTS; j++) if (random.nextDouble() < own[j]) pattern |= 1 << j;
            if (pattern != 0) patterns.add(pattern);
        }
        return patterns;
    }

    /// A false link gives a person a list more, a missed link splits one person in two.
    private static void write(
            PrintStream out, int stratum, int replicate, List<Integer> patterns, RandomGenerator random) {
        TreeMap<Integer, Long> counts = new TreeMap<>();
        for (int pattern : patterns) {
            int drawn = pattern;
            if (random.nextDouble() < MOVED) {
                int list = Integer.lowestOneBit(pattern);
                if (Integer.bitCount(pattern) > 1) {
                    counts.merge(list, 1L, Long::sum);
                    drawn = pattern & ~list;
                } else {
                    int other = patterns.get(random.nextInt(patterns.size()));
                    drawn = pattern | other;
                }
            }
            counts.merge(drawn, 1L, Long::sum);
        }
        counts.forEach((pattern, count) -> {
            StringBuilder row = new StringBuilder("S%03d,%d".formatted(stratum, replicate));
            for (int j = 0; j < LISTS; j++) row.append(',').append(pattern >> j & 1);
            out.println(row.append(',').append(count));
        });
    }
}
