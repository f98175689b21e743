package org.constancia.text.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.constancia.text.document.DocumentReader;
import org.constancia.text.document.Reading;
import org.constancia.text.document.ReadingLimits;
import org.constancia.text.document.TextLayer;
import org.constancia.text.extract.Span;
import org.constancia.text.extract.measure.GoldArticle;
import org.constancia.text.extract.measure.GoldArticle.Fact;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// A whole page of the corpus with its gold; the format is described beside the pages.
///
/// @param html the page as a reader of the site would get it, the marks of the gold taken out
/// @param published the day the page was published, null when it does not say
/// @param blocks every marked block in the order of the page
/// @param facts the lines of the facts
record GoldPage(
        String name,
        String html,
        @Nullable LocalDate published,
        String title,
        List<GoldBlock> blocks,
        List<String> facts) {
    /// @param label `body`, `headline`, `caption` or `boilerplate`
    /// @param text with its white space folded
    record GoldBlock(String label, String text) {
        boolean isBody() {
            return label.equals("body");
        }
    }

    static List<GoldPage> list(boolean heldOut) {
        try (Stream<Path> files =
                Files.list(Path.of(Objects.requireNonNull(GoldPage.class.getResource("/org/constancia/text/pages"))
                        .toURI()))) {
            return files.filter(file -> file.toString().endsWith(".html"))
                    .filter(file -> number(file.getFileName().toString()) % 2 == 0 == heldOut)
                    .sorted()
                    .map(GoldPage::read)
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static int number(String name) {
        return Integer.parseInt(name.substring(0, 2));
    }

    private static GoldPage read(Path file) {
        try {
            String marked = Files.readString(file);
            String name = file.getFileName().toString().replace(".html", "");
            List<GoldBlock> blocks = new ArrayList<>();
            for (Element element : Jsoup.parse(marked).select("[data-gold]"))
                if (element.hasText()) blocks.add(new GoldBlock(element.attr("data-gold"), folded(element.text())));
            List<String> lines = Files.readAllLines(file.resolveSibling(name + ".gold"));
            String published = lines.get(0).substring("published: ".length());
            return new GoldPage(
                    name,
                    marked.replaceAll(" data-gold=\"\\w+\"", ""),
                    published.equals("-") ? null : LocalDate.parse(published),
                    lines.get(1).substring("title: ".length()),
                    blocks,
                    lines.subList(3, lines.size()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static String folded(String text) {
        return text.replaceAll("[\\s\\u00A0]+", " ").strip();
    }

    boolean isSpanish() {
        return name.endsWith(".es");
    }

    TextLayer layer() {
        Reading reading = DocumentReader.within(ReadingLimits.USUAL)
                .read(html.getBytes(StandardCharsets.UTF_8), "text/html; charset=utf-8");
        if (reading instanceof Reading.Understood understood) return understood.layer();
        throw new IllegalStateException(name + " was not understood");
    }

    /// The page as an article whose facts are found in a text layer. The body is sought from its first words on, so
    /// that a date in the head of the page is not taken for one in the text.
    GoldArticle article(TextLayer layer) {
        String first = blocks.stream()
                .filter(GoldBlock::isBody)
                .findFirst()
                .orElseThrow()
                .text();
        int body = Math.max(0, layer.text().indexOf(first.substring(0, Math.min(30, first.length()))));
        String text = layer.text().substring(body);
        List<Fact> shifted = facts.stream()
                .map(line -> GoldArticle.fact(name, text, line))
                .map(fact -> new Fact(
                        fact.kind(),
                        fact.fields(),
                        new Span(fact.span().start() + body, fact.span().end() + body)))
                .toList();
        return new GoldArticle(name + ".html", published, layer.text(), shifted);
    }
}
