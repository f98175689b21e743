package org.constancia.text.clean;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Reads the files of this module that linguists write: groups in brackets, a word or phrase a line below each, and
/// lines of remarks that begin with `#`.
public final class WordGroups {
    private WordGroups() {}

    /// The lines of every group, in the order of the file.
    ///
    /// @param beside a class in whose package the file lies
    public static Map<String, List<String>> read(Class<?> beside, String name) {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        List<String> group = new ArrayList<>();
        var file = Objects.requireNonNull(beside.getResourceAsStream(name), name);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String content = line.strip();
                if (content.isEmpty() || content.startsWith("#")) continue;
                if (content.startsWith("[")) {
                    group = groups.computeIfAbsent(content.substring(1, content.indexOf(']')), _ -> new ArrayList<>());
                } else {
                    group.add(content);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return groups;
    }
}
