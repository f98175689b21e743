package org.constancia.text.extract.lexicon;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// Phrases of several words and what they stand for: a trie over words, longest match first.
public final class PhraseTable<V> {
    /// A match: how many words, and what they stand for.
    public record Match<V>(int length, V value) {}

    private static final class Node<V> {
        private final Map<String, Node<V>> next = new HashMap<>();
        private @Nullable V value;
    }

    private final Node<V> root = new Node<>();

    /// Adds a phrase; words are parted by blanks. A phrase given twice keeps both values, merged.
    public void add(String phrase, V value, BinaryOperator<V> merge) {
        Node<V> node = root;
        for (String word : phrase.split(" ")) node = node.next.computeIfAbsent(word, _ -> new Node<>());
        V before = node.value;
        node.value = before == null ? value : merge.apply(before, value);
    }

    /// The longest phrase that begins at a word.
    ///
    /// @param word the form of the i-th word from there, null after the last
    public Optional<Match<V>> findLongest(IntFunction<@Nullable String> word) {
        Node<V> node = root;
        Match<V> best = null;
        for (int i = 0; ; i++) {
            String form = word.apply(i);
            if (form == null) break;
            Node<V> next = node.next.get(form);
            if (next == null) break;
            node = next;
            V value = node.value;
            if (value != null) best = new Match<>(i + 1, value);
        }
        return Optional.ofNullable(best);
    }
}
