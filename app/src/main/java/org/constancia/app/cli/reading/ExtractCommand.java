package org.constancia.app.cli.reading;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.core.place.Gazetteer;
import org.constancia.text.document.DocumentReader;
import org.constancia.text.document.IsolatedReader;
import org.constancia.text.document.ParserProcess;
import org.constancia.text.document.Reading;
import org.constancia.text.document.ReadingLimits;
import org.constancia.text.document.TextLayer;
import org.constancia.text.extract.Candidate;
import org.constancia.text.extract.Extraction;
import org.constancia.text.extract.Extractors;
import org.constancia.text.extract.RuleExtractor;
import org.constancia.text.extract.Span;
import org.constancia.text.extract.incident.IncidentReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// `extract FILE|- [--published DAY] --json`: who said and did what, as candidates for a person to confirm. Offsets are
/// into the original text layer, which for a plain-text file is the file's own text.
@Command(
        name = "extract",
        description = {
            "Proposes statements, figures, events, steps of accountability and commitments of a text, with their passages.",
            "Relative dates are read from the day of publication; without one they stay unresolved."
        },
        mixinStandardHelpOptions = true)
public final class ExtractCommand implements Callable<Integer> {
    private static final int HEAP_MEGABYTES = 768;

    @Parameters(paramLabel = "FILE|-", description = "the file; - for standard input")
    private @Nullable String file;

    @Option(names = "--published", paramLabel = "DAY", description = "the day of publication, such as 2021-10-21")
    private @Nullable LocalDate published;

    @Option(names = "--type", paramLabel = "MEDIA-TYPE", description = "what the file is said to be, such as text/html")
    private @Nullable String type;

    @Option(
            names = "--whole",
            description = "read also what lies behind the first 400,000 letters of a page or flat text")
    private boolean whole;

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    private final IsolatedReader reader = new IsolatedReader(
            DocumentReader.within(ReadingLimits.USUAL), ParserProcess.ofThisJava(ReadingLimits.USUAL, HEAP_MEGABYTES));

    @Override
    public Integer call() throws IOException {
        if (file == null)
            throw new ConstanciaException(Problem.USAGE, "extract takes one FILE, or - for standard input");
        Reading reading = file.equals("-") ? readStandardInput() : readFile(Path.of(file));
        TextLayer layer = switch (reading) {
            case Reading.Understood understood -> understood.layer();
            case Reading.NotUnderstood failed ->
                throw new ConstanciaException(Problem.NOT_UNDERSTOOD, "The file cannot be understood")
                        .with("file", file)
                        .with("reason", failed.reason());
        };
        List<Extraction> extractions = Extractors.discover(new RuleExtractor(Gazetteer.bundled(), whole))
                .extract(layer, published);
        if (json) out().println(json(layer, extractions));
        else extractions.forEach(extraction -> print(layer.text(), extraction));
        warn(layer.text(), extractions.getFirst().unread());
        return 0;
    }

    /// The rules' candidates in the contract's lists, incidents where the text is English, and what other extractors
    /// propose under their own names.
    private static ObjectNode json(TextLayer layer, List<Extraction> extractions) {
        ObjectNode json = ExtractionJson.of(layer.text(), extractions.getFirst());
        json.set(
                "incidents",
                layer.language().equals("en")
                        ? IncidentJson.of(layer.text(), IncidentReader.bundled().read(layer))
                        : JsonNodeFactory.instance.arrayNode());
        if (extractions.size() > 1) {
            ObjectNode others = json.putObject("other_extractors");
            for (Extraction other : extractions.subList(1, extractions.size()))
                others.set(other.extractor().name(), ExtractionJson.of(layer.text(), other));
        }
        return json;
    }

    private void warn(String text, @Nullable Span unread) {
        if (unread == null || spec == null) return;
        spec.commandLine()
                .getErr()
                .printf("read up to letter %,d of %,d; --whole reads all%n", unread.start(), text.length());
    }

    private Reading readFile(Path path) {
        if (Files.exists(path)) return reader.read(path, type);
        throw new ConstanciaException(Problem.INPUT_NOT_FOUND, "There is no such file or folder").with("path", path);
    }

    private Reading readStandardInput() throws IOException {
        Path copy = Files.createTempFile("constancia-input", ".bin");
        try {
            int limit = (int) ReadingLimits.USUAL.maxBytes() + 1;
            Files.write(copy, System.in.readNBytes(limit));
            return reader.read(copy, type);
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private void print(String text, Extraction extraction) {
        for (Candidate candidate : extraction.candidates()) {
            out().printf(
                            "%-22s %s%n",
                            candidate.getClass().getSimpleName(),
                            candidate.span().of(text));
            candidate.slots().forEach((name, slot) -> out().printf("    %-18s %s%n", name, slot.value()));
        }
    }

    private PrintWriter out() {
        return spec == null
                ? new PrintWriter(System.out, true, StandardCharsets.UTF_8)
                : spec.commandLine().getOut();
    }
}
