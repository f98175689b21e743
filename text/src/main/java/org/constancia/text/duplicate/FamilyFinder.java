package org.constancia.text.duplicate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Finds near-duplicates among texts as they come in, and groups them into families.
///
/// Pairs are found once, when the later text is added. Families follow from the pairs alone, whatever the order of
/// arrival: the most alike pairs join first; a pair with a weaker likeness, such as half of a story under another one,
/// only brings a text without a family into one, so that chains of partial copies do not grow together. Texts are not
/// kept: they are fetched again when a pair has to be compared.
///
/// @param <K> what the caller calls its texts by; its order decides where nothing else does
public final class FamilyFinder<K extends Comparable<K>> {
    private final DuplicateIndex<K> index = new DuplicateIndex<>();
    private final Function<K, String> texts;
    private final SortedMap<K, Optional<LocalDate>> published = new TreeMap<>();
    private final List<Pair<K>> pairs = new ArrayList<>();

    /// @param texts gives the comparable text of a key (see {@link Fingerprint#comparableText})
    public FamilyFinder(Function<K, String> texts) {
        this.texts = texts;
    }

    /// Two near-duplicates.
    public record Pair<K>(K one, K other, Likeness likeness) {}

    /// Restores a text of a former run: texts that come later are compared with it.
    public void restore(K key, @Nullable LocalDate day, Fingerprint fingerprint) {
        published.put(key, Optional.ofNullable(day));
        if (!fingerprint.isTooShort()) index.add(key, fingerprint);
    }

    /// Restores a pair of a former run.
    public void restore(Pair<K> pair) {
        pairs.add(pair);
    }

    /// Adds a text and returns the near-duplicates among those before it.
    ///
    /// @param day the day of publication, when it is known
    public List<Pair<K>> add(K key, @Nullable LocalDate day) {
        Words words = Words.of(texts.apply(key));
        ShingleSet shingles = ShingleSet.of(words);
        published.put(key, Optional.ofNullable(day));
        Fingerprint fingerprint = Fingerprint.of(words, shingles);
        if (fingerprint.isTooShort()) return List.of();
        List<Pair<K>> found = new ArrayList<>();
        for (K candidate : index.candidates(fingerprint)) {
            Words other = Words.of(texts.apply(candidate));
            Likeness likeness = Likeness.of(other, ShingleSet.of(other), words, shingles);
            if (likeness.isNearDuplicate()) found.add(new Pair<>(candidate, key, likeness));
        }
        index.add(key, fingerprint);
        pairs.addAll(found);
        return found;
    }

    /// All pairs found, in the order in which they were found.
    public List<Pair<K>> listPairs() {
        return List.copyOf(pairs);
    }

    /// The families of two and more, by the order of their first keys; every copy is compared with the likely original.
    public List<Family<K>> listFamilies() {
        List<Family<K>> families = new ArrayList<>();
        for (List<K> keys : Grouping.of(pairs))
            families.add(Family.of(keys, texts, key -> published.getOrDefault(key, Optional.empty())));
        return families;
    }
}
