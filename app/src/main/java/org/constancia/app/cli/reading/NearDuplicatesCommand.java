package org.constancia.app.cli.reading;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.constancia.text.duplicate.KnownText;
import org.constancia.text.duplicate.StoredIndex;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `near-duplicates DIR [--index INDEX] --json`: which files carry the same story, what each copy adds or changes.
@Command(
        name = "near-duplicates",
        description =
                "Groups the files of a folder that carry the same story: one source, however many sites print it.",
        mixinStandardHelpOptions = true)
public final class NearDuplicatesCommand implements Callable<Integer> {
    private static final int HEAP_MEGABYTES = 768;
    /// A run that is killed loses no more than the reading of so many files.
    private static final int SAVED_TOGETHER = 500;

    @Parameters(paramLabel = "DIR", description = "the folder; its sub-folders are read too")
    private @Nullable Path folder;

    @Option(
            names = "--index",
            paramLabel = "INDEX",
            description = {
                "a folder to keep what was read in: a later run reads only files that are new or changed",
                "and forgets those that are gone"
            })
    private @Nullable Path indexFolder;

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
        if (indexFolder == null) {
            read(folder, files(folder), null);
        } else {
            try (StoredIndex index = StoredIndex.open(indexFolder)) {
                read(folder, filesNotKnown(folder, index), index);
            }
        }
        List<Family<String>> families = finder.listFamilies();
        if (json) out().println(FamiliesJson.of(texts, families, finder.listPairs(), notUnderstood));
        else print(families);
        return 0;
    }

    private void read(Path root, List<Path> files, @Nullable StoredIndex index) throws IOException {
        IsolatedReader reader = new IsolatedReader(
                DocumentReader.within(ReadingLimits.USUAL),
                ParserProcess.ofThisJava(ReadingLimits.USUAL, HEAP_MEGABYTES));
        for (Path file : files) {
            String name = name(root, file);
            long size = Files.size(file);
            long modified = modified(file);
            KnownText text = known(reader.read(file, null), size, modified);
            take(name, text);
            List<FamilyFinder.Pair<String>> found = text.isUnderstood() ? finder.add(name, text.day()) : List.of();
            if (index == null) continue;
            index.add(name, text, found);
            if (index.unsaved() >= SAVED_TOGETHER) index.save();
        }
        if (index != null) index.save();
    }

    /// Restores what the index knows, forgets what is gone or has changed, and returns the files left to read.
    private List<Path> filesNotKnown(Path root, StoredIndex index) throws IOException {
        List<Path> unknown = new ArrayList<>();
        Set<String> present = new HashSet<>();
        for (Path file : files(root)) {
            if (indexFolder != null && file.toAbsolutePath().startsWith(indexFolder.toAbsolutePath())) continue;
            present.add(name(root, file));
            if (index.find(name(root, file), Files.size(file), modified(file)).isEmpty()) unknown.add(file);
        }
        List<String> names = index.listNames();
        if (!names.isEmpty() && names.stream().noneMatch(present::contains))
            throw new ConstanciaException(Problem.BAD_INPUT, "The index was made for another folder")
                    .with("index", String.valueOf(indexFolder))
                    .with("folder", root);
        for (Path file : unknown) index.forget(name(root, file));
        for (String name : names) if (!present.contains(name)) index.forget(name);
        for (String name : index.listNames()) index.find(name).ifPresent(text -> take(name, text));
        index.restore(finder);
        return unknown;
    }

    private static long modified(Path file) throws IOException {
        return Files.getLastModifiedTime(file).toMillis();
    }

    private static String name(Path root, Path file) {
        return root.relativize(file).toString();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static KnownText known(Reading reading, long size, long modified) {
        return switch (reading) {
            case Reading.Understood understood -> {
                TextLayer layer = understood.layer();
                String text = Fingerprint.comparableText(layer.text(), layer.blocks());
                yield KnownText.understood(size, modified, layer.published(), text);
            }
            case Reading.NotUnderstood failed -> KnownText.notUnderstood(size, modified, failed.reason());
        };
    }

    private void take(String name, KnownText text) {
        if (text.isUnderstood()) texts.put(name, text.text());
        else notUnderstood.put(name, text.obstacle());
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
