package org.constancia.core.failure;

import java.util.Locale;

/// What can go wrong, as a stable code that people can search for and programs can match.
///
/// The kind decides the HTTP status (RFC 9457) and the process exit code (sysexits.h). A code is never reused for
/// another meaning.
public enum Problem {
    USAGE(Kind.USER, 64),
    BAD_INPUT(Kind.DATA, 65),
    INPUT_NOT_FOUND(Kind.DATA, 66),
    TOO_LARGE(Kind.DATA, 65),
    RECORD_NOT_FOUND(Kind.USER, 66),
    NOT_UNDERSTOOD(Kind.DATA, 65),
    ALREADY_DECIDED(Kind.CONFLICT, 75),
    CHANGED_MEANWHILE(Kind.CONFLICT, 75),
    DATABASE_OF_ANOTHER_MAJOR(Kind.CONFLICT, 78),
    DATABASE_NOT_OURS(Kind.CONFLICT, 78),
    DATABASE_UNAVAILABLE(Kind.UNAVAILABLE, 69),
    STORAGE_FAILED(Kind.UNAVAILABLE, 74),
    CANNOT_WRITE_OUTPUT(Kind.UNAVAILABLE, 73),
    NOT_PERMITTED(Kind.USER, 77),
    READ_ONLY(Kind.UNAVAILABLE, 69),
    CANCELLED(Kind.USER, 130),
    BUG(Kind.BUG, 70);

    /// Who can do something about it.
    public enum Kind {
        /// The person asked for something that cannot be done.
        USER,
        /// The data brought in is not what it should be.
        DATA,
        /// The state of the record or of the machine forbids it.
        CONFLICT,
        /// It may go through later.
        UNAVAILABLE,
        /// Our mistake.
        BUG
    }

    private final Kind kind;
    private final int exitCode;

    Problem(Kind kind, int exitCode) {
        this.kind = kind;
        this.exitCode = exitCode;
    }

    public Kind kind() {
        return kind;
    }

    /// The process exit code, from sysexits.h (130 for a run the user cancelled).
    public int exitCode() {
        return exitCode;
    }

    /// The code as it is written in a problem document: `too-large`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
