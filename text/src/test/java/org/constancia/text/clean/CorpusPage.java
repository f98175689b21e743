package org.constancia.text.clean;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.constancia.text.clean.html.HtmlCleaner;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/// A page of the corpus under `pages/`, with its gold.
///
/// All people, places and papers in it are invented. Web pages carry the gold in `data-gold` attributes, which are
/// taken
/// out before the page is cleaned; flat texts carry it as a letter before each line: H headline, B body, C caption,
/// X boilerplate. The pages under `heldout` were written without looking at the rules, and no rule was changed for
/// them.
record CorpusPage(String name, String content, List<Gold> gold) {
    record Gold(String label, String text) {}

    static List<CorpusPage> list(String part) {
        try (Stream<Path> files =
                Files.list(Path.of(Objects.requireNonNull(CorpusPage.class.getResource("pages/" + part))
                        .toURI()))) {
            return files.sorted().map(CorpusPage::read).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static CorpusPage read(Path file) {
        try {
            String marked = Files.readString(file);
            String name = file.getFileName().toString();
            return name.endsWith(".html") ? page(name, marked) : text(name, marked);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static CorpusPage page(String name, String marked) {
        List<Gold> gold = new ArrayList<>();
        for (Element element : Jsoup.parse(marked).select("[data-gold]"))
            if (element.hasText()) gold.add(new Gold(element.attr("data-gold"), folded(element.text())));
        return new CorpusPage(name, marked.replaceAll(" data-gold=\"?\\w+\"?", ""), gold);
    }

    private static CorpusPage text(String name, String marked) {
        List<Gold> gold = new ArrayList<>();
        StringBuilder content = new StringBuilder();
        for (String line : marked.split("\n")) {
            String label = switch (line.charAt(0)) {
                case 'H' -> "headline";
                case 'B' -> "body";
                case 'C' -> "caption";
                default -> "boilerplate";
            };
            gold.add(new Gold(label, folded(line.substring(2))));
            content.append(line.substring(2)).append("\n\n");
        }
        return new CorpusPage(name, content.toString(), gold);
    }

    Cleaned cleaned() {
        return name.endsWith(".html")
                ? new HtmlCleaner().clean(content).cleaned()
                : new PlainTextCleaner().clean(content);
    }

    /// The gold boilerplate between the first and the last paragraph of the body.
    List<Gold> inside() {
        int first = 0;
        while (!gold.get(first).label().equals("body")) first++;
        int last = gold.size() - 1;
        while (!gold.get(last).label().equals("body")) last--;
        return gold.subList(first, last).stream()
                .filter(one -> !one.label().equals("body"))
                .toList();
    }

    static String folded(String text) {
        return text.replaceAll("[\\s\\u00A0]+", " ").strip();
    }
}
