package org.constancia.text.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.constancia.text.document.DocumentReader;
import org.constancia.text.document.Reading;
import org.constancia.text.document.ReadingLimits;
import org.constancia.text.document.TextLayer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Invented pages in sixteen languages and ten scripts, of which nothing is extracted but all is cleaned. Measured as
/// multilingual sets are: a segment is found when it stands in the body, white space folded.
class MultilingualPagesTest {
    /// @param html the page without the marks of the gold, and without saying its language
    record Page(String name, String html, List<String> wanted, List<String> unwanted) {
        String language() {
            return name.substring(3, 5);
        }

        TextLayer layer() {
            Reading reading = DocumentReader.within(ReadingLimits.USUAL)
                    .read(html.getBytes(StandardCharsets.UTF_8), "text/html; charset=utf-8");
            if (reading instanceof Reading.Understood understood) return understood.layer();
            throw new IllegalStateException(name + " was not understood");
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Page> pages() throws IOException, URISyntaxException {
        Path folder = Path.of(
                Objects.requireNonNull(MultilingualPagesTest.class.getResource("/org/constancia/text/languages"))
                        .toURI());
        List<Page> pages = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                String marked = Files.readString(file);
                List<String> wanted = new ArrayList<>();
                List<String> unwanted = new ArrayList<>();
                for (Element element : Jsoup.parse(marked).select("[data-gold]")) {
                    switch (element.attr("data-gold")) {
                        case "body" -> wanted.add(GoldPage.folded(element.text()));
                        case "boilerplate" -> unwanted.add(GoldPage.folded(element.text()));
                        default -> {} // headline and caption stand beside the body, whatever it holds
                    }
                }
                pages.add(new Page(
                        file.getFileName().toString(),
                        marked.replaceAll(" (data-gold|lang)=\"[\\w-]+\"", ""),
                        wanted,
                        unwanted));
            }
        }
        return pages;
    }

    @Test
    void segmentsOfTheArticlesAreToldFromTheRest() throws IOException, URISyntaxException {
        int found = 0;
        int missed = 0;
        int stray = 0;
        List<String> wrong = new ArrayList<>();
        for (Page page : pages()) {
            String body = GoldPage.folded(page.layer().body());
            for (String segment : page.wanted()) {
                if (body.contains(segment)) found++;
                else {
                    missed++;
                    wrong.add(page + " lost: " + segment);
                }
            }
            for (String segment : page.unwanted()) {
                if (!body.contains(segment)) continue;
                stray++;
                wrong.add(page + " kept: " + segment);
            }
        }
        double f1 = 2.0 * found / (2.0 * found + missed + stray);
        assertThat(f1)
                .as("%d found, %d lost, %d kept: F1 %.3f%n%s", found, missed, stray, f1, String.join("\n", wrong))
                .isGreaterThanOrEqualTo(.99);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void languagesAreTold(Page page) {
        assertThat(page.layer().language()).isEqualTo(page.language());
    }
}
