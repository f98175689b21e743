package org.constancia.evidence.log;

import java.util.List;
import java.util.stream.Stream;

/// Whether a log takes entries.
public sealed interface LogState {
    /// It does.
    record Writable() implements LogState {}

    /// It does not, because appending could fork it or hide a loss.
    ///
    /// @param halt what was found
    /// @param details names and numbers that the words of `halt` leave open, in their order
    record ReadOnly(Halt halt, List<String> details) implements LogState {
        public ReadOnly {
            details = List.copyOf(details);
        }

        public static ReadOnly because(Halt halt, Object... details) {
            return new ReadOnly(halt, Stream.of(details).map(String::valueOf).toList());
        }

        /// What was found, in English.
        public String reason() {
            return halt.text(details);
        }

        /// What a person can do about it, in English.
        public String remedy() {
            return halt.remedy().text();
        }
    }
}
