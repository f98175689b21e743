package org.constancia.bench.text;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.constancia.text.duplicate.Family;
import org.constancia.text.duplicate.FamilyFinder;

/// `DuplicateBenchmark [TEXTS [RUNS [SEED]]]`: adds invented news to the index of near-duplicates one by one, as they
/// would come in, and lists the families. Prints the median of the wall and processor seconds, the largest heap, and
/// how many of the pairs that are copies of one story were found.
public final class DuplicateBenchmark {
    private DuplicateBenchmark() {}

    private record Run(double wall, double processor, int families, double recall, double precision) {}

    public static void main(String[] arguments) {
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        int runs = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
        long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : 11;
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        InventedWire.Texts texts = new InventedWire(seed).texts(count);
        long characters = texts.texts().stream().mapToLong(String::length).sum();
        out.printf("%,d texts, %,d characters, seed %d, %d runs%n", count, characters, seed, runs);
        double[] wall = new double[runs];
        double[] processor = new double[runs];
        for (int i = 0; i < runs; i++) {
            Run run = run(texts);
            wall[i] = run.wall();
            processor[i] = run.processor();
            out.printf(
                    "run %d: %.1f s, %.1f CPU s, %,d families, members right: recall %.4f, precision %.4f%n",
                    i + 1, run.wall(), run.processor(), run.families(), run.recall(), run.precision());
        }
        out.printf(
                "median %.1f s, %.1f CPU s, %.2f ms of processor a text; largest heap %,d MB, texts included%n",
                median(wall), median(processor), 1000 * median(processor) / count, largestHeap() >> 20);
    }

    private static Run run(InventedWire.Texts texts) {
        long start = System.nanoTime();
        long processor = processorTime();
        FamilyFinder<Integer> finder = new FamilyFinder<>(texts.texts()::get);
        for (int i = 0; i < texts.texts().size(); i++) finder.add(i, null);
        List<Family<Integer>> families = finder.listFamilies();
        double wall = (System.nanoTime() - start) / 1e9;
        double used = (processorTime() - processor) / 1e9;
        return score(texts, families, wall, used);
    }

    /// Of pairs of copies of one story how many are in one family, and of pairs in one family how many are such copies.
    private static Run score(InventedWire.Texts texts, List<Family<Integer>> families, double wall, double processor) {
        Map<Integer, Integer> sizes = new HashMap<>();
        for (int story : texts.stories()) sizes.merge(story, 1, Integer::sum);
        double wanted = sizes.values().stream()
                .mapToDouble(size -> size * (size - 1.0) / 2)
                .sum();
        double proposed = 0;
        double right = 0;
        for (Family<Integer> family : families) {
            Map<Integer, Integer> inFamily = new HashMap<>();
            inFamily.merge(texts.stories()[family.original()], 1, Integer::sum);
            for (Family.Copy<Integer> copy : family.copies())
                inFamily.merge(texts.stories()[copy.key()], 1, Integer::sum);
            int size = family.copies().size() + 1;
            proposed += size * (size - 1.0) / 2;
            for (int same : inFamily.values()) right += same * (same - 1.0) / 2;
        }
        return new Run(wall, processor, families.size(), right / wanted, right / proposed);
    }

    private static long processorTime() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static long largestHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
