package org.constancia.linkage.block;

import java.util.ArrayList;
import java.util.List;

/// A rule for candidate pairs: two records are compared if one of the keys of one is one of the keys of the
/// other.
///
/// Written as words: `given surname event.year` is one key of three parts; alternatives are parted by `|`, so
/// that `given surname|given surname2` also finds the record that dropped the first surname. A record that
/// lacks a part of a key does not have that key.
///
/// @param text the rule as written
/// @param alternatives the parts of each key
public record BlockingRule(String text, List<List<String>> alternatives) {
    public BlockingRule {
        alternatives = List.copyOf(alternatives);
    }

    public static BlockingRule parse(String text) {
        List<List<String>> alternatives = new ArrayList<>();
        for (String key : text.split("\\|", -1)) {
            alternatives.add(List.of(key.strip().split("\\s*[+ ]\\s*", -1)));
        }
        return new BlockingRule(text, alternatives);
    }
}
