package org.constancia.text.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.constancia.text.document.DocumentReader;
import org.constancia.text.document.Reading;
import org.constancia.text.document.ReadingLimits;
import org.constancia.text.document.TextLayer;
import org.constancia.text.extract.Extraction;
import org.constancia.text.extract.Extractor;
import org.constancia.text.extract.RuleExtractor;

/// Pages of the corpus cut, doubled, nested, flipped, badly encoded, blown up: every one is read, and every slot of
/// every proposal stands where it says or is inferred. The deadline is generous, because the machine may be busy; the
/// work must not grow with the square of the page, which a deadline of this kind does see.
class PageFuzzTest {
    private static final Duration DEADLINE = Duration.ofMinutes(4);
    private static final List<GoldPage> PAGES = GoldPage.list(false);
    private static final Extractor EXTRACTOR = RuleExtractor.bundled();
    private static final List<Charset> CHARSETS = List.of(
            StandardCharsets.UTF_8,
            StandardCharsets.ISO_8859_1,
            StandardCharsets.UTF_16LE,
            Charset.forName("windows-1251"));

    private final DocumentReader reader = DocumentReader.within(ReadingLimits.USUAL);

    @Property(tries = 20)
    void damagedPagesAreReadAndQuotedExactly(@ForAll("damaged") byte[] page) {
        read(page);
    }

    @Property(tries = 4000)
    @Tag("slow")
    void manyDamagedPagesAreReadAndQuotedExactly(@ForAll("damaged") byte[] page) {
        read(page);
    }

    @Property(tries = 8)
    @Tag("slow")
    void hugePagesAreRead(@ForAll("huge") String page) {
        read(page.getBytes(StandardCharsets.UTF_8));
    }

    private void read(byte[] page) {
        assertTimeoutPreemptively(DEADLINE, () -> {
            if (!(reader.read(page, "text/html") instanceof Reading.Understood understood)) return;
            TextLayer layer = understood.layer();
            layer.blocks().forEach(block -> assertThat(block.of(layer.text())).isNotBlank());
            Extraction found = EXTRACTOR.extract(layer, null);
            assertThat(found.candidates()).allMatch(candidate -> candidate.isVerbatimIn(layer.text()));
        });
    }

    @Provide
    Arbitrary<byte[]> damaged() {
        return Arbitraries.longs().map(seed -> damage(new Random(seed)));
    }

    /// Of about 5 MB, each in another way.
    @Provide
    Arbitrary<String> huge() {
        String page = PAGES.getFirst().html();
        String words = "Tres hombres murieron el lunes en el puente, dijo el alcalde. ";
        return Arbitraries.of(
                page.replace("</article>", "<p>" + words + "</p></article>") + "<p>".repeat(500_000),
                page + "<div>".repeat(10_000) + words + "</div>".repeat(10_000),
                page.replace("<article", "<article data-x='" + "y".repeat(4_000_000) + "'"),
                "<p>" + words.repeat(15_000),
                "<p>" + "a".repeat(3_000_000),
                "<p>" + "“".repeat(200_000) + words,
                ("<p>" + words + "</p>").repeat(15_000),
                "<p>" + "&nbsp;&#8203;&amp;".repeat(200_000));
    }

    private static byte[] damage(Random random) {
        StringBuilder page =
                new StringBuilder(PAGES.get(random.nextInt(PAGES.size())).html());
        int changes = 1 + random.nextInt(12);
        for (int i = 0; i < changes && page.length() > 100; i++) change(page, random);
        byte[] bytes = page.toString().getBytes(CHARSETS.get(random.nextInt(CHARSETS.size())));
        for (int i = random.nextInt(6); i > 0 && bytes.length > 0; i--)
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        return bytes;
    }

    private static void change(StringBuilder page, Random random) {
        int at = random.nextInt(page.length());
        int to = Math.min(page.length(), at + random.nextInt(2_000));
        switch (random.nextInt(8)) {
            case 0 -> page.delete(at, to);
            case 1 -> page.insert(at, page.substring(at, to));
            case 2 -> page.insert(at, "<div><span>".repeat(random.nextInt(2_000)));
            case 3 -> page.insert(at, "\u00A0\u200B\u202E");
            case 4 -> page.insert(at, "&nbsp;&aacute;&#x1F600;&#0;&bogus;");
            case 5 -> page.insert(at, "<p title='" + "x".repeat(random.nextInt(50_000)) + "'>");
            case 6 -> page.setLength(at);
            default -> page.insert(at, "مرحبا 你好。 नमस्ते। ");
        }
    }
}
