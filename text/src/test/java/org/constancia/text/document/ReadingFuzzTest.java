package org.constancia.text.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Damaged sources: pages of the corpus and small documents with bytes changed, cut, repeated and inserted.
///
/// Whatever comes in, the answer is a reading; and every layer keeps its invariants, which its constructor checks:
/// blocks ascend and cover all ink.
class ReadingFuzzTest {
    private static final ReadingLimits LIMITS =
            new ReadingLimits(4 << 20, 4 << 20, 1_000_000, 40, Duration.ofSeconds(10));
    private static final List<byte[]> SEEDS = seeds();
    private static final String[] INSERTED = {
        "<div>", "</div>", "<p>", "<table><tr><td>", "</body>", "<script>", "<!--", "<![CDATA[", "&#x0;", "&nbsp;",
                "\u0000",
        "<svg>", "<a href=x>", "<form>", "\"'>", "<style>", "<title>", "<plaintext>", "\uFEFF", "<br><br>",
                "READ ALSO: ", "\r"
    };

    /// Held here so that the level stays: PDFBox reports every damage it works around.
    private static final Logger PARSER_LOG = Logger.getLogger("org.apache.pdfbox");

    static {
        PARSER_LOG.setLevel(Level.OFF);
    }

    private final DocumentReader reader = DocumentReader.within(LIMITS);

    @Property(tries = 400)
    void damagedSourcesAreRead(@ForAll("damaged") byte[] source) {
        Reading reading = reader.read(source, null);
        if (reading instanceof Reading.Understood understood) {
            TextLayer layer = understood.layer();
            assertThat(layer.positions())
                    .allMatch(at -> at.end() <= layer.text().length());
            layer.blocks().forEach(block -> assertThat(block.of(layer.text())).isNotBlank());
        }
    }

    @Property(tries = 100)
    void aPlainTextStaysItsOwnLayer(@ForAll String text) {
        if (reader.readText(text) instanceof Reading.Understood understood)
            assertThat(understood.layer().text()).isEqualTo(text);
    }

    @Property(tries = 60)
    void deepAndWideNestingIsBounded(@ForAll("tags") String tag, @ForAll("depths") int depth) {
        String page = "<html><body>" + ("<" + tag + ">").repeat(depth)
                + "Tres hombres murieron el lunes en el puente, dijo el alcalde.";
        assertThat(reader.read(page.getBytes(StandardCharsets.UTF_8), "text/html"))
                .isNotNull();
    }

    @Provide
    Arbitrary<String> tags() {
        return Arbitraries.of(
                "div", "p", "b", "table", "ul", "li", "font", "span", "a href=x", "form", "blockquote", "svg");
    }

    @Provide
    Arbitrary<Integer> depths() {
        return Arbitraries.of(10, 500, 5_000, 50_000);
    }

    @Provide
    Arbitrary<byte[]> damaged() {
        return Combinators.combine(
                        Arbitraries.of(SEEDS),
                        Arbitraries.longs(),
                        Arbitraries.integers().between(1, 40))
                .as(ReadingFuzzTest::damage);
    }

    private static byte[] damage(byte[] seed, long chance, int changes) {
        Random random = new Random(chance);
        byte[] source = seed.clone();
        for (int i = 0; i < changes && source.length > 10; i++) {
            int at = random.nextInt(source.length);
            switch (random.nextInt(4)) {
                case 0 -> source[at] = (byte) random.nextInt(256);
                case 1 ->
                    source = insert(
                            source, at, INSERTED[random.nextInt(INSERTED.length)].getBytes(StandardCharsets.UTF_8));
                case 2 ->
                    source = insert(
                            source,
                            at,
                            java.util.Arrays.copyOfRange(
                                    source, at, Math.min(source.length, at + random.nextInt(200))));
                default -> source = java.util.Arrays.copyOf(source, Math.max(10, source.length - random.nextInt(60)));
            }
        }
        return source;
    }

    private static byte[] insert(byte[] source, int at, byte[] piece) {
        byte[] longer = new byte[source.length + piece.length];
        System.arraycopy(source, 0, longer, 0, at);
        System.arraycopy(piece, 0, longer, at, piece.length);
        System.arraycopy(source, at, longer, at + piece.length, source.length - at);
        return longer;
    }

    private static List<byte[]> seeds() {
        try (Stream<Path> pages = Files.list(Path.of(
                Objects.requireNonNull(ReadingFuzzTest.class.getResource("/org/constancia/text/clean/pages/dev"))
                        .toURI()))) {
            List<byte[]> seeds = new java.util.ArrayList<>();
            for (Path page : pages.sorted().toList()) seeds.add(Files.readAllBytes(page));
            seeds.add(SamplePdf.report());
            seeds.add(SampleDocx.testimony());
            return seeds;
        } catch (IOException | java.net.URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
