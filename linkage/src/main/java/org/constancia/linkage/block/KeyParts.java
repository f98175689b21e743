package org.constancia.linkage.block;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import org.constancia.linkage.record.ColumnRole;
import org.constancia.linkage.record.DateColumn;
import org.constancia.linkage.record.DayNumbers;
import org.constancia.linkage.record.DistinctValues;
import org.constancia.linkage.record.NameIndex;
import org.constancia.linkage.record.Names;
import org.constancia.linkage.record.People;
import org.constancia.linkage.record.PlaceColumn;
import org.constancia.linkage.record.WordColumn;
import org.jspecify.annotations.Nullable;

/// The parts of keys that a table of people offers, by name: `given`, `surname2`, `birth.year`, `given~` for
/// the sound, `surname[3]` for the first three letters.
final class KeyParts {
    private final Map<String, KeyPart> parts = new LinkedHashMap<>();

    KeyParts(People people) {
        parts.put("*", record -> 1);
        people.names().ifPresent(this::addNames);
        people.date(ColumnRole.BIRTH_DATE).ifPresent(dates -> addDates("birth", dates));
        people.date(ColumnRole.EVENT_DATE).ifPresent(dates -> addDates("event", dates));
        people.place().ifPresent(this::addPlaces);
        addColumns(people);
        parts.replaceAll((name, part) -> new KeyColumn(part));
    }

    private void addColumns(People people) {
        for (WordColumn column : people.words()) {
            switch (column.role()) {
                case DOCUMENT -> addWords("doc", column);
                case EMAIL -> addWords("email", column);
                case ID,
                        LIST,
                        GIVEN_NAME,
                        SECOND_GIVEN_NAME,
                        SURNAME,
                        SECOND_SURNAME,
                        FULL_NAME,
                        SEX,
                        BIRTH_DATE,
                        EVENT_DATE,
                        PLACE_CODE,
                        CATEGORY,
                        TEXT,
                        CODE,
                        IGNORED -> addWords(column.name().strip(), column);
            }
        }
    }

    /// The part of that name, if the table offers it.
    Optional<KeyPart> find(String name) {
        return Optional.ofNullable(parts.get(name));
    }

    private void addNames(Names names) {
        NameIndex index = names.index();
        addNamePosition("given", index, (record) -> names.given(0, record));
        addNamePosition("given2", index, (record) -> names.given(1, record));
        addNamePosition("surname", index, (record) -> names.surname(0, record));
        addNamePosition("surname2", index, (record) -> names.surname(1, record));
    }

    private void addNamePosition(String name, NameIndex index, KeyPart word) {
        int size = index.size();
        int[] formal = new int[size];
        int[] sound = new int[size];
        int[] first = new int[size];
        int[] second = new int[size];
        int[] third = new int[size];
        DistinctValues words = index.words();
        for (int i = 0; i < size; i++) {
            int formalWord = index.formal(i);
            formal[i] = words.length(i) == 1 ? 0 : mixed(words.hashOf(formalWord));
            sound[i] = words.length(i) == 1 ? 0 : mixed(index.sound(formalWord));
            first[i] = prefix(words, i, 1);
            second[i] = prefix(words, i, 2);
            third[i] = prefix(words, i, 3);
        }
        parts.put(name, lookup(word, formal));
        parts.put(name + "~", lookup(word, sound));
        parts.put(name + "[1]", lookup(word, first));
        parts.put(name + "[2]", lookup(word, second));
        parts.put(name + "[3]", lookup(word, third));
    }

    private static KeyPart lookup(KeyPart word, int[] key) {
        return record -> {
            int value = word.of(record);
            return value < 0 ? 0 : key[value];
        };
    }

    private static int prefix(DistinctValues words, int word, int length) {
        int from = words.from(word);
        int to = Math.min(words.to(word), from + length);
        if (to - from < length) {
            return 0;
        }
        int prefix = 0;
        for (int i = from; i < to; i++) {
            prefix = prefix << 8 | words.bytes()[i] & 0xff;
        }
        return mixed(prefix);
    }

    private void addDates(String name, DateColumn dates) {
        parts.put(name, record -> DayNumbers.day(dates.date(record)) == 0 ? 0 : mixed(dates.date(record)));
        parts.put(name + ".month", record -> {
            int date = dates.date(record);
            return DayNumbers.month(date) == 0 ? 0 : mixed(date / 100);
        });
        parts.put(name + ".year", record -> {
            int date = dates.date(record);
            return date == DayNumbers.NONE ? 0 : mixed(DayNumbers.year(date));
        });
        parts.put(name + ".day", record -> {
            int date = dates.date(record);
            return DayNumbers.day(date) == 0 ? 0 : mixed(date % 10_000 + 1_000_000);
        });
    }

    private void addPlaces(PlaceColumn places) {
        parts.put("place", record -> {
            int code = places.code(record);
            return code < 0 || PlaceColumn.isDepartmentOnly(code) ? 0 : mixed(code + 1);
        });
        parts.put("department", record -> {
            int code = places.code(record);
            return code < 0 ? 0 : mixed(PlaceColumn.department(code) + 1);
        });
    }

    private void addWords(String name, WordColumn column) {
        DistinctValues values = column.values();
        parts.put(name, ofValues(column, value -> values.hashOf(value)));
        parts.put(name + "<", ofValues(column, value -> {
            byte[] bytes = values.get(value);
            return Arrays.hashCode(Arrays.copyOf(bytes, half(bytes)));
        }));
        parts.put(name + ">", ofValues(column, value -> {
            byte[] bytes = values.get(value);
            return Arrays.hashCode(Arrays.copyOfRange(bytes, bytes.length - half(bytes), bytes.length)) + 1;
        }));
        parts.put(name + "~", ofValues(column, column::sound));
    }

    private static int half(byte[] bytes) {
        return Math.max(Math.min(4, bytes.length), bytes.length / 2);
    }

    /// A part worked out once for every distinct value of a column, when the first record is asked for.
    private static KeyPart ofValues(WordColumn column, IntUnaryOperator key) {
        return new KeyPart() {
            private int @Nullable [] keys;

            @Override
            public int of(int record) {
                int value = column.value(record);
                return value < 0 ? 0 : keys()[value];
            }

            private synchronized int[] worked() {
                int[] known = keys;
                if (known == null) {
                    known = new int[column.values().size()];
                    Arrays.setAll(known, value -> mixed(key.applyAsInt(value)));
                    keys = known;
                }
                return known;
            }

            private int[] keys() {
                int[] known = keys;
                return known == null ? worked() : known;
            }
        };
    }

    /// A well spread number that is never 0.
    static int mixed(int value) {
        int state = value * 0x9E3779B1;
        state ^= state >>> 15;
        state *= 0x85EBCA77;
        state ^= state >>> 13;
        return state + 1 + ((state | -state) >> 31);
    }
}
