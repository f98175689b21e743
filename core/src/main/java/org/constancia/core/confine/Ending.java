package org.constancia.core.confine;

/// How a confined program ended. Only [#FINISHED] leaves an answer to be read.
public enum Ending {
    FINISHED,
    /// It asked for more memory than it may have.
    OUT_OF_MEMORY,
    /// It was ended at its deadline.
    OUT_OF_TIME,
    /// It ended by itself in another way.
    FAILED,
    /// The caller was interrupted; the program was ended.
    CANCELLED
}
