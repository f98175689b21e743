package org.constancia.bench.text;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.constancia.text.document.DocumentReader;
import org.constancia.text.document.Reading;
import org.constancia.text.document.ReadingLimits;
import org.constancia.text.document.TextLayer;
import org.constancia.text.extract.Extractor;
import org.constancia.text.extract.RuleExtractor;

/// How the time of reading and extracting grows with a page, for pages built to be expensive.
///
/// `GrowthReport [MEGABYTES...] [only=WORDS]`: processor seconds of one thread, cleaning and extracting apart, for each
/// shape at each size; at the end how often the time grew faster than the page.
public final class GrowthReport {
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
    /// When time grows by more than this times what the page grew, the work is not linear; times under the floor tell
    /// nothing.
    private static final double STEEP = 1.5;

    private static final double FLOOR = .05;

    private GrowthReport() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        List<Double> sizes = new ArrayList<>();
        String only = "";
        for (String argument : arguments) {
            if (argument.startsWith("only=")) only = argument.substring(5);
            else sizes.add(Double.valueOf(argument));
        }
        if (sizes.isEmpty()) sizes.addAll(List.of(.5, 1.0, 2.0, 4.0));
        DocumentReader reader = DocumentReader.within(ReadingLimits.USUAL);
        Extractor extractor = RuleExtractor.bundled();
        for (String page : HostilePages.of(20_000).values()) time(page, reader, extractor);
        int steep = 0;
        double slowest = 0;
        for (String shape : HostilePages.of(1_000).keySet()) {
            if (!shape.contains(only)) continue;
            out.printf("%-32s", shape);
            double before = 0;
            double smaller = 0;
            for (double size : sizes) {
                String page = Objects.requireNonNull(
                        HostilePages.of((int) (size * (1 << 20))).get(shape));
                double[] seconds = time(page, reader, extractor);
                double all = seconds[0] + seconds[1];
                out.printf("  %6.2f +%6.2f", seconds[0], seconds[1]);
                if (before > FLOOR && all / before > STEEP * size / smaller) {
                    steep++;
                    out.print(" !");
                }
                before = all;
                smaller = size;
                slowest = Math.max(slowest, all);
            }
            out.println();
        }
        out.printf("slowest page %.2f s of processor time; grown faster than the page %d times%n", slowest, steep);
    }

    /// Processor seconds of cleaning and of extracting.
    private static double[] time(String page, DocumentReader reader, Extractor extractor) {
        byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
        long start = CLOCK.getCurrentThreadCpuTime();
        Reading reading = reader.read(bytes, "text/html");
        long read = CLOCK.getCurrentThreadCpuTime();
        if (reading instanceof Reading.Understood understood) {
            TextLayer layer = understood.layer();
            extractor.extract(layer, null);
        }
        return new double[] {(read - start) / 1e9, (CLOCK.getCurrentThreadCpuTime() - read) / 1e9};
    }
}
