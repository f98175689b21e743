package org.constancia.evidence.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A JSON value (RFC 8259). Objects are ordered by their names' UTF-16 code units, as RFC 8785 wants them
/// written.
// The names are those of RFC 8259.
@SuppressWarnings("AvoidCommonTypeNames")
public sealed interface Json {
    /// A string.
    record Text(String value) implements Json {}

    /// A number, in the only precision that every JSON reader has: a finite IEEE 754 double.
    record Number(double value) implements Json {
        public Number {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("JSON has no number " + value);
            }
        }
    }

    /// `true` or `false`.
    record Bool(boolean value) implements Json {}

    /// `null`.
    record Null() implements Json {}

    /// An array.
    record Array(List<Json> items) implements Json {
        public Array {
            items = List.copyOf(items);
        }
    }

    /// An object.
    record Object(Map<String, Json> members) implements Json {
        public Object {
            members = Collections.unmodifiableMap(new TreeMap<>(members));
        }

        public Optional<Json> find(String name) {
            return Optional.ofNullable(members.get(name));
        }

        /// The member's text, when it is a text.
        public Optional<String> findText(String name) {
            return find(name).filter(Text.class::isInstance).map(member -> ((Text) member).value());
        }

        /// The member's value, when it is a whole number.
        public Optional<Long> findWhole(String name) {
            return find(name)
                    .filter(Number.class::isInstance)
                    .map(member -> ((Number) member).value())
                    .filter(number -> Math.rint(number) == number && Math.abs(number) <= MAX_WHOLE)
                    .map(Double::longValue);
        }

        /// The same object with one more member, or with this member replaced.
        public Object with(String name, Json value) {
            Map<String, Json> changed = new TreeMap<>(members);
            changed.put(name, value);
            return new Object(changed);
        }

        public Object with(String name, String value) {
            return with(name, new Text(value));
        }

        public Object with(String name, long value) {
            return with(name, whole(value));
        }
    }

    /// The largest whole number that survives every JSON reader, 2^53 - 1.
    long MAX_WHOLE = (1L << 53) - 1;

    static Object object() {
        return new Object(Map.of());
    }

    static Text text(String value) {
        return new Text(value);
    }

    /// A whole number of at most 2^53 - 1 in size; larger ones belong in a text.
    static Number whole(long value) {
        if (Math.abs(value) > MAX_WHOLE) {
            throw new IllegalArgumentException("too large for a JSON number: " + value);
        }
        return new Number(value);
    }

    static Array texts(List<String> values) {
        List<Json> items = new ArrayList<>();
        values.forEach(value -> items.add(new Text(value)));
        return new Array(items);
    }
}
