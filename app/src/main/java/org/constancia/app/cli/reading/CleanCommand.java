package org.constancia.app.cli.reading;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.text.document.DocumentReader;
import org.constancia.text.document.IsolatedReader;
import org.constancia.text.document.ParserProcess;
import org.constancia.text.document.Reading;
import org.constancia.text.document.ReadingLimits;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `clean FILE|- --json` and `clean --batch DIR --out OUT.jsonl`: the main text of a source, and what was set apart.
@Command(
        name = "clean",
        description = {
            "Prints the main text of a web page, text, PDF or DOCX file.",
            "With --json also title, author, date, language, and every block of the text layer with its label and rule."
        },
        mixinStandardHelpOptions = true)
public final class CleanCommand implements Callable<Integer> {
    private static final int HEAP_MEGABYTES = 768;

    @Parameters(arity = "0..1", paramLabel = "FILE|-", description = "the file; - for standard input")
    private @Nullable String file;

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    @Option(names = "--batch", paramLabel = "DIR", description = "clean every file under a folder")
    private @Nullable Path batch;

    @Option(names = "--out", paramLabel = "OUT.jsonl", description = "where --batch writes, one JSON object a line")
    private @Nullable Path out;

    @Option(names = "--type", paramLabel = "MEDIA-TYPE", description = "what the file is said to be, such as text/html")
    private @Nullable String type;

    @Spec
    private @Nullable CommandSpec spec;

    private final DocumentReader reader = DocumentReader.within(ReadingLimits.USUAL);
    private final IsolatedReader isolated =
            new IsolatedReader(reader, ParserProcess.ofThisJava(ReadingLimits.USUAL, HEAP_MEGABYTES));

    @Override
    public Integer call() throws IOException {
        if (batch != null && out != null && file == null) return cleanAll(batch, out);
        if (file == null || batch != null || out != null)
            throw new ConstanciaException(Problem.USAGE, "clean takes one FILE (or -), or --batch DIR with --out FILE");
        return cleanOne(file);
    }

    private int cleanOne(String name) throws IOException {
        Reading reading = name.equals("-") ? readStandardInput() : isolated.read(existing(Path.of(name)), type);
        return switch (reading) {
            case Reading.Understood understood -> {
                out().println(
                                json
                                        ? ReadingJson.of(understood).toString()
                                        : understood.layer().body());
                yield 0;
            }
            case Reading.NotUnderstood notUnderstood ->
                throw new ConstanciaException(Problem.NOT_UNDERSTOOD, "The file cannot be understood")
                        .with("file", name)
                        .with("reason", notUnderstood.reason());
        };
    }

    private Reading readStandardInput() throws IOException {
        Path copy = Files.createTempFile("constancia-input", ".bin");
        try {
            int limit = (int) ReadingLimits.USUAL.maxBytes() + 1;
            Files.write(copy, System.in.readNBytes(limit));
            return isolated.read(copy, type);
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private int cleanAll(Path folder, Path target) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.walk(existing(folder))) {
            files = found.filter(Files::isRegularFile).sorted().toList();
        }
        int notUnderstood = 0;
        try (BufferedWriter lines = Files.newBufferedWriter(target, StandardCharsets.UTF_8)) {
            for (Path source : files) {
                Reading reading = isolated.read(source, type);
                if (reading instanceof Reading.NotUnderstood) notUnderstood++;
                lines.write(ReadingJson.of(reading)
                        .put("file", folder.relativize(source).toString())
                        .toString());
                lines.newLine();
            }
        }
        out().printf("%,d files cleaned, %,d not understood: %s%n", files.size(), notUnderstood, target);
        return 0;
    }

    private static Path existing(Path path) {
        if (Files.exists(path)) return path;
        throw new ConstanciaException(Problem.INPUT_NOT_FOUND, "There is no such file or folder").with("path", path);
    }

    private PrintWriter out() {
        return spec == null
                ? new PrintWriter(System.out, true, StandardCharsets.UTF_8)
                : spec.commandLine().getOut();
    }
}
