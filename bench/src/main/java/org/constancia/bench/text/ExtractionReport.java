package org.constancia.bench.text;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.List;
import org.constancia.text.extract.Extractor;
import org.constancia.text.extract.RuleExtractor;

/// Prints the speed and the heap of the rule extractor on a file of reports. Time is the processor time of the
/// one thread, after a round that warms up, so that other work on the machine does not count.
///
/// `ExtractionReport REPORTS.json`: one JSON object a line with `docid`, `doctext`, `templates`.
public final class ExtractionReport {
    private ExtractionReport() {}

    public static void main(String[] arguments) throws IOException {
        PrintStream out = System.out;
        List<MucDocument> documents = MucDocument.read(Path.of(arguments[0]));
        Extractor extractor = RuleExtractor.bundled();
        speed(documents, extractor, out);
    }

    private static void speed(List<MucDocument> documents, Extractor extractor, PrintStream out) {
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        long tokens = 0;
        double seconds = 0;
        for (int round = 0; round < 2; round++) {
            tokens = 0;
            long before = clock.getCurrentThreadCpuTime();
            for (MucDocument document : documents) {
                extractor.extract(IncidentReport.layerOf(document.text()), null);
                tokens += document.text().split("\\s+").length;
            }
            seconds = (clock.getCurrentThreadCpuTime() - before) / 1e9;
        }
        System.gc();
        long heap = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        out.printf(
                "%,d tokens in %.2f s of processor time, one thread: %,.0f tokens/s; heap after collection %,d MB%n",
                tokens, seconds, tokens / seconds, heap >> 20);
    }
}
