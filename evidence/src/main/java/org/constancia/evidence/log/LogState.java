package org.constancia.evidence.log;

/// Whether a log takes entries.
public sealed interface LogState {
    /// It does.
    record Writable() implements LogState {}

    /// It does not, because appending could fork it or hide a loss.
    ///
    /// @param reason what was found
    /// @param remedy what a person can do about it
    record ReadOnly(String reason, String remedy) implements LogState {}
}
