package org.constancia.app.cli.link;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.linkage.record.ColumnRole;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/// `link.yaml`: what the columns mean where their names do not tell, which lists hold nobody twice, blocking
/// rules.
///
/// ```yaml
/// columns:
///   nombre_en_registro: full_name
///   observaciones: ignored
/// unique_lists: [registro_civil]
/// documents_exclude: true
/// rules: [given surname birth.year, doc]
/// pairs: 5000000
/// ```
///
/// @param columns the role of each named column
/// @param uniqueLists lists that hold nobody twice
/// @param documentsExclude whether different documents of one kind exclude one person
/// @param rules blocking rules, empty for the usual ones
/// @param pairs the budget of candidate pairs, 0 for the usual one
record LinkConfiguration(
        Map<String, ColumnRole> columns,
        Set<String> uniqueLists,
        boolean documentsExclude,
        List<String> rules,
        long pairs) {
    private static final Set<String> KEYS = Set.of("columns", "unique_lists", "documents_exclude", "rules", "pairs");

    static LinkConfiguration empty() {
        return new LinkConfiguration(Map.of(), Set.of(), false, List.of(), 0);
    }

    static LinkConfiguration read(@Nullable Path file) {
        if (file == null) {
            return empty();
        }
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            Object document = new Yaml(new SafeConstructor(new LoaderOptions())).load(reader);
            if (document instanceof Map<?, ?> map) {
                return of(map, file);
            }
            throw wrong(file, "The configuration is not a YAML mapping", String.valueOf(document));
        } catch (YAMLException e) {
            throw new ConstanciaException(Problem.BAD_INPUT, "The configuration is not YAML", e).with("file", file);
        } catch (IOException e) {
            throw new ConstanciaException(Problem.INPUT_NOT_FOUND, "The configuration could not be read", e)
                    .with("file", file);
        }
    }

    private static LinkConfiguration of(Map<?, ?> document, Path file) {
        for (Object key : document.keySet()) {
            if (!KEYS.contains(String.valueOf(key))) {
                throw wrong(
                        file,
                        "The configuration has a key that means nothing here; known: columns, unique_lists, documents_exclude, rules, pairs",
                        String.valueOf(key));
            }
        }
        Map<String, ColumnRole> columns = new LinkedHashMap<>();
        if (document.get("columns") instanceof Map<?, ?> named) {
            named.forEach((column, role) -> columns.put(String.valueOf(column), role(String.valueOf(role), file)));
        }
        Object pairs = document.get("pairs");
        return new LinkConfiguration(
                columns,
                new TreeSet<>(texts(document.get("unique_lists"))),
                Boolean.TRUE.equals(document.get("documents_exclude")),
                texts(document.get("rules")),
                pairs instanceof Number number ? number.longValue() : 0);
    }

    private static List<String> texts(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static ColumnRole role(String name, Path file) {
        for (ColumnRole role : ColumnRole.values()) {
            if (role.name().equals(name.toUpperCase(Locale.ROOT).replace('-', '_'))) {
                return role;
            }
        }
        throw wrong(file, "A column has a role that does not exist; the roles are in the guide to linking lists", name);
    }

    private static ConstanciaException wrong(Path file, String text, String found) {
        return new ConstanciaException(Problem.BAD_INPUT, text)
                .with("file", file)
                .with("found", found);
    }
}
