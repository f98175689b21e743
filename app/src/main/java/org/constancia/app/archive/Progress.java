package org.constancia.app.archive;

/// Hears how far a backup or a restore is.
@FunctionalInterface
public interface Progress {
    /// @param step what is being done, in one word: `tables`, `log`, `originals`
    /// @param of how much there is to do in this step; 0 when that is not known
    void reached(String step, long done, long of);
}
