package org.constancia.text.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.constancia.text.document.DocumentReader;
import org.constancia.text.document.Reading;
import org.constancia.text.document.ReadingLimits;
import org.constancia.text.document.TextLayer;
import org.constancia.text.extract.measure.Tally;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/// An invented page in a language of which nothing is extracted, with the segments that belong to its body and
/// those that do not.
///
/// @param html the page without the marks of the gold, and without saying its language
record MultilingualPage(String name, String html, List<String> wanted, List<String> unwanted) {
    static List<MultilingualPage> list() {
        try {
            Path folder =
                    Path.of(Objects.requireNonNull(MultilingualPage.class.getResource("/org/constancia/text/languages"))
                            .toURI());
            try (Stream<Path> files = Files.list(folder)) {
                return files.sorted().map(MultilingualPage::read).toList();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static MultilingualPage read(Path file) {
        String marked;
        try {
            marked = Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        List<String> wanted = new ArrayList<>();
        List<String> unwanted = new ArrayList<>();
        for (Element element : Jsoup.parse(marked).select("[data-gold]")) {
            switch (element.attr("data-gold")) {
                case "body" -> wanted.add(GoldPage.folded(element.text()));
                case "boilerplate" -> unwanted.add(GoldPage.folded(element.text()));
                default -> {} // headline and caption stand beside the body, whatever it holds
            }
        }
        return new MultilingualPage(
                file.getFileName().toString(),
                marked.replaceAll(" (data-gold|lang)=\"[\\w-]+\"", ""),
                wanted,
                unwanted);
    }

    /// Segments as multilingual sets count them: found when they stand in the body, white space folded.
    ///
    /// @param faults told about every segment lost or kept wrongly
    static Tally score(List<MultilingualPage> pages, Consumer<String> faults) {
        Tally segments = new Tally();
        for (MultilingualPage page : pages) {
            String body = GoldPage.folded(page.layer().body());
            for (String segment : page.wanted()) {
                boolean found = body.contains(segment);
                segments.add(found ? 1 : 0, found ? 1 : 0, 1);
                if (!found) faults.accept(page + " lost: " + segment);
            }
            for (String segment : page.unwanted()) {
                if (!body.contains(segment)) continue;
                segments.add(0, 1, 0);
                faults.accept(page + " kept: " + segment);
            }
        }
        return segments;
    }

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
