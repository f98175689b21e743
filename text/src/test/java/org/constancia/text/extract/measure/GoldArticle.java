package org.constancia.text.extract.measure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.constancia.text.extract.Span;
import org.jspecify.annotations.Nullable;

/// One invented article with its gold facts; the format is described beside the articles.
public record GoldArticle(String name, @Nullable LocalDate published, String text, List<Fact> facts) {
    /// A gold line: its letter, its fields, the span of its last field or of the one that holds the passage.
    public record Fact(char kind, List<String> fields, Span span) {}

    private static final int ARTICLES = 60;

    public static List<GoldArticle> list(boolean heldOut) {
        List<GoldArticle> articles = new ArrayList<>();
        for (int i = 1; i <= ARTICLES; i++) {
            if (i % 2 == (heldOut ? 1 : 0)) continue;
            for (String language : List.of("es", "en")) {
                String name = "%02d.%s.txt".formatted(i, language);
                InputStream bytes =
                        GoldArticle.class.getResourceAsStream("/org/constancia/text/extract/corpus/" + name);
                if (bytes != null) articles.add(read(name, bytes));
            }
        }
        return articles;
    }

    public boolean isSpanish() {
        return name.contains(".es.");
    }

    public List<Fact> facts(char kind) {
        return facts.stream().filter(fact -> fact.kind() == kind).toList();
    }

    private static GoldArticle read(String name, InputStream bytes) {
        String file;
        try (bytes) {
            file = new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        int header = file.indexOf("\n\n");
        String published = file.substring("published: ".length(), header).strip();
        int rule = file.indexOf("\n---\n");
        String text = file.substring(header + 2, rule + 1);
        List<Fact> facts = new ArrayList<>();
        for (String line : file.substring(rule + 5).split("\n")) if (!line.isBlank()) facts.add(fact(name, text, line));
        return new GoldArticle(name, published.equals("-") ? null : LocalDate.parse(published), text, facts);
    }

    /// Reads a gold line; its passage is found in the text.
    public static Fact fact(String name, String text, String line) {
        String[] fields = line.split(" \\| ");
        char kind = fields[0].charAt(0);
        List<String> rest = List.of(fields).subList(1, fields.length);
        String passage = switch (kind) {
            case 'D' -> rest.get(0);
            case 'E' -> rest.get(1).equals("-") ? "" : rest.get(1);
            default -> rest.getLast();
        };
        return new Fact(kind, rest, find(name, text, passage));
    }

    private static Span find(String name, String text, String passage) {
        boolean second = passage.endsWith("#2");
        String words = second ? passage.substring(0, passage.length() - 2).strip() : passage;
        int dots = words.indexOf(" ... ");
        String begin = dots < 0 ? words : words.substring(0, dots);
        int start = text.indexOf(begin);
        if (second) start = text.indexOf(begin, start + 1);
        if (start < 0) throw new IllegalStateException(name + ": not in the text: " + passage);
        if (dots < 0) return new Span(start, start + begin.length());
        String close = words.substring(dots + 5);
        int end = text.indexOf(close, start);
        if (end < 0) throw new IllegalStateException(name + ": not in the text: " + passage);
        return new Span(start, end + close.length());
    }
}
