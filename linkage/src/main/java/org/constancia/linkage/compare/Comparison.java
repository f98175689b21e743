package org.constancia.linkage.compare;

import java.util.List;

/// The comparison of one field of two records, in levels.
///
/// Symmetric: `level(a, b)` is `level(b, a)`. Level 0 means that one side states nothing; it is evidence of
/// nothing. Not safe for use by several threads; every worker has its own.
public interface Comparison {
    /// The field's name, for people and for the stored model.
    String name();

    Trait trait();

    /// The levels; an outcome is an index into this list.
    List<Level> levels();

    /// The outcome for two records.
    int level(int left, int right);

    /// The same comparison for another thread: itself when it remembers nothing.
    default Comparison forWorker() {
        return this;
    }

    /// The chance of a level among pairs of its group taken at random, where it follows from the frequencies
    /// of the values; NaN where only a sample can tell.
    default double chance(int level) {
        return Double.NaN;
    }
}
