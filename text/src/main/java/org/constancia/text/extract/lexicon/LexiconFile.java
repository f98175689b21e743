package org.constancia.text.extract.lexicon;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;

/// Reads the word lists. `#` begins a comment, `[name]` a section, commas part words, ` : ` parts columns.
public final class LexiconFile {
    private LexiconFile() {}

    /// The lines of a list without comments and blank lines.
    public static List<String> lines(String name) {
        return lines("/org/constancia/text/extract/" + name, LexiconFile.class);
    }

    private static List<String> lines(String name, Class<?> beside) {
        InputStream bytes = beside.getResourceAsStream(name);
        if (bytes == null) throw new ConstanciaException(Problem.BUG, "A word list is missing").with("file", name);
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .map(line -> line.contains("#") ? line.substring(0, line.indexOf('#')) : line)
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
        } catch (IOException failure) {
            throw new ConstanciaException(Problem.BUG, "A word list cannot be read", failure).with("file", name);
        }
    }

    /// The words of every section, in the order of the file.
    public static Map<String, List<String>> sections(String name) {
        return sections("/org/constancia/text/extract/" + name, LexiconFile.class);
    }

    /// The same for a list that belongs to another module.
    ///
    /// @param name absolute name of the resource
    /// @param beside a class of the module that holds it
    public static Map<String, List<String>> sections(String name, Class<?> beside) {
        Map<String, List<String>> sections = new LinkedHashMap<>();
        String section = "";
        for (String line : lines(name, beside)) {
            if (line.startsWith("[")) section = line.substring(1, line.indexOf(']'));
            else sections.merge(section, split(line, ","), LexiconFile::joined);
        }
        return sections;
    }

    /// The columns of every line.
    public static List<List<String>> rows(String name) {
        return lines(name).stream().map(line -> split(line, " : ")).toList();
    }

    static List<String> split(String line, String separator) {
        return Arrays.stream(line.split(separator))
                .map(String::strip)
                .filter(field -> !field.isEmpty())
                .toList();
    }

    private static List<String> joined(List<String> one, List<String> other) {
        List<String> both = new java.util.ArrayList<>(one);
        both.addAll(other);
        return both;
    }
}
