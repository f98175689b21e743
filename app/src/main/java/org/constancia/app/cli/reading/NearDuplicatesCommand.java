package org.constancia.app.cli.reading;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.text.document.DocumentReader;
import org.constancia.text.document.IsolatedReader;
import org.constancia.text.document.ParserProcess;
import org.constancia.text.document.Reading;
import org.constancia.text.document.ReadingLimits;
import org.constancia.text.document.TextLayer;
import org.constancia.text.duplicate.Family;
import org.constancia.text.duplicate.FamilyFinder;
import org.constancia.text.duplicate.Fingerprint;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `near-duplicates DIR --json`: which files carry the same story, what each copy adds or changes.
@Command(
        name = "near-duplicates",
        description =
                "Groups the files of a folder that carry the same story: one source, however many sites print it.",
        mixinStandardHelpOptions = true)
public final class NearDuplicatesCommand implements Callable<Integer> {
    private static final int HEAP_MEGABYTES = 768;

    @Parameters(paramLabel = "DIR", description = "the folder; its sub-folders are read too")
    private @Nullable Path folder;

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    private final Map<String, String> texts = new HashMap<>();
    private final FamilyFinder<String> finder = new FamilyFinder<>(name -> texts.getOrDefault(name, ""));
    private final Map<String, String> notUnderstood = new HashMap<>();

    @Override
    public Integer call() throws IOException {
        if (folder == null || !Files.isDirectory(folder))
            throw new ConstanciaException(Problem.INPUT_NOT_FOUND, "There is no such folder")
                    .with("folder", String.valueOf(folder));
        IsolatedReader reader = new IsolatedReader(
                DocumentReader.within(ReadingLimits.USUAL),
                ParserProcess.ofThisJava(ReadingLimits.USUAL, HEAP_MEGABYTES));
        for (Path file : files(folder)) add(folder.relativize(file).toString(), reader.read(file, null));
        List<Family<String>> families = finder.listFamilies();
        if (json) out().println(FamiliesJson.of(texts, families, finder.listPairs(), notUnderstood));
        else print(families);
        return 0;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private void add(String name, Reading reading) {
        switch (reading) {
            case Reading.Understood understood -> {
                TextLayer layer = understood.layer();
                texts.put(name, Fingerprint.comparableText(layer.text(), layer.blocks()));
                finder.add(name, layer.published());
            }
            case Reading.NotUnderstood failed -> notUnderstood.put(name, failed.reason());
        }
    }

    private void print(List<Family<String>> families) {
        for (Family<String> family : families) {
            List<String> lines = new ArrayList<>();
            lines.add(family.original());
            for (Family.Copy<String> copy : family.copies())
                lines.add("    " + copy.key() + ": " + copy.comparison().explanation());
            out().println(String.join(System.lineSeparator(), lines));
        }
        out().printf("%,d files, %,d families%n", texts.size(), families.size());
        notUnderstood.forEach((name, reason) -> out().println("not understood: " + name + ": " + reason));
    }

    private PrintWriter out() {
        return spec == null
                ? new PrintWriter(System.out, true, StandardCharsets.UTF_8)
                : spec.commandLine().getOut();
    }
}
