package org.constancia.text.duplicate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Texts that carry one story: one source in corroboration, however many sites print it.
///
/// @param original the likely original
/// @param reason why it is thought to be the original
/// @param copies the others, each compared with the original
public record Family<K>(K original, Reason reason, List<Copy<K>> copies) {
    private static final int MOST_COMPARED = 40;

    public Family {
        copies = List.copyOf(copies);
    }

    /// Why a member is thought to be the original.
    public enum Reason {
        PUBLISHED_FIRST,
        /// It has most in common with the others and adds least of its own.
        MOST_SHARED
    }

    /// @param comparison of the original with the copy
    public record Copy<K>(K key, Comparison comparison) {}

    /// Finds the likely original among the members and compares every other one with it.
    ///
    /// @param keys the members, at least one; their order decides where nothing else does
    /// @param texts gives the comparable text of a key (see {@link Fingerprint#comparableText})
    /// @param days gives the day of publication, when it is known
    public static <K> Family<K> of(List<K> keys, Function<K, String> texts, Function<K, Optional<LocalDate>> days) {
        Optional<K> first = publishedFirst(keys, days);
        K original = first.orElseGet(() -> mostShared(keys, texts));
        String text = texts.apply(original);
        List<Copy<K>> copies = new ArrayList<>();
        for (K key : keys) {
            if (!key.equals(original)) copies.add(new Copy<>(key, TextComparison.compare(text, texts.apply(key))));
        }
        return new Family<>(original, first.isPresent() ? Reason.PUBLISHED_FIRST : Reason.MOST_SHARED, copies);
    }

    /// The member published on an earlier day than all others; empty when a day is unknown or shared.
    private static <K> Optional<K> publishedFirst(List<K> keys, Function<K, Optional<LocalDate>> days) {
        K first = null;
        LocalDate earliest = LocalDate.MAX;
        for (K key : keys) {
            Optional<LocalDate> day = days.apply(key);
            if (day.isEmpty()) return Optional.empty();
            if (day.get().isBefore(earliest)) {
                earliest = day.get();
                first = key;
            } else if (day.get().equals(earliest)) {
                first = null;
            }
        }
        return Optional.ofNullable(first);
    }

    /// The member that has most in common with the others and adds least of its own.
    private static <K> K mostShared(List<K> keys, Function<K, String> texts) {
        List<ShingleSet> sets = keys.stream()
                .limit(MOST_COMPARED)
                .map(key -> ShingleSet.of(Words.of(texts.apply(key))))
                .toList();
        int best = 0;
        double most = -1;
        for (int i = 0; i < sets.size(); i++) {
            double shared = 0;
            for (ShingleSet other : sets) {
                int both = sets.get(i).size() + other.size();
                if (both > 0) shared += 2.0 * sets.get(i).common(other) / both;
            }
            if (shared > most) {
                most = shared;
                best = i;
            }
        }
        return keys.get(best);
    }
}
