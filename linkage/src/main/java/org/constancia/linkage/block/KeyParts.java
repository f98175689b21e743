package org.constancia.linkage.block;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.constancia.linkage.record.ColumnRole;
import org.constancia.linkage.record.DateColumn;
import org.constancia.linkage.record.DayNumbers;
import org.constancia.linkage.record.DistinctValues;
import org.constancia.linkage.record.Names;
import org.constancia.linkage.record.People;
import org.constancia.linkage.record.PlaceColumn;
import org.constancia.linkage.record.WordColumn;
import org.jspecify.annotations.Nullable;

/// The parts of keys that a table of people offers, by name: `given`, `surname2`, `birth.year`, `given~` for
/// the sound, `surname[3]` for the first three letters, `names#1` for one of the keys of the letters of all names.
final class KeyParts {
    /// The part that all records share.
    static final String EVERYBODY = "*";

    /// Records whose parts are worked out one after the other, so that what they are made of is read once.
    private static final int TOGETHER = 1 << 12;

    /// By what blocks are split that are too big, unless their rule has it already.
    private static final List<String> SPLITTING =
            List.of("surname[2]", "given[1]", "department", "event.year", "birth.year", "given", "surname");

    private final Map<String, KeyPart> made = new LinkedHashMap<>();
    private final Map<String, KeyColumn> parts = new LinkedHashMap<>();
    private final int size;

    KeyParts(People people) {
        size = people.size();
        made.put(EVERYBODY, record -> 1);
        people.names().ifPresent(this::addNames);
        people.date(ColumnRole.BIRTH_DATE).ifPresent(dates -> addDates("birth", dates));
        people.date(ColumnRole.EVENT_DATE).ifPresent(dates -> addDates("event", dates));
        people.place().ifPresent(this::addPlaces);
        addColumns(people);
        made.forEach((name, part) -> parts.put(name, new KeyColumn(part)));
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

    /// The part of that name.
    ///
    /// @throws IllegalArgumentException when the table does not offer it
    KeyPart get(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("no such part: " + name));
    }

    /// What of a rule the table has the parts for.
    BlockingRule possible(BlockingRule rule) {
        return new BlockingRule(
                rule.text(),
                rule.alternatives().stream()
                        .filter(key -> key.stream().allMatch(parts::containsKey))
                        .toList());
    }

    /// The parts of each key of a rule.
    List<KeyPart[]> keys(BlockingRule rule) {
        return rule.alternatives().stream()
                .map(key -> key.stream().map(this::get).toArray(KeyPart[]::new))
                .toList();
    }

    /// Names of parts that can split a block of a rule: those it does not use already.
    List<String> refinements(BlockingRule rule) {
        return SPLITTING.stream()
                .filter(name -> parts.containsKey(name)
                        && rule.alternatives().stream()
                                .flatMap(List::stream)
                                .noneMatch(part -> part.startsWith(name.replaceAll("[\\[.].*", ""))))
                .toList();
    }

    /// Works out what rules are made of, for all records, by several threads.
    void prepare(List<BlockingRule> rules) {
        List<KeyColumn> needed = rules.stream()
                .flatMap(rule -> rule.alternatives().stream())
                .flatMap(List::stream)
                .distinct()
                .map(name -> Objects.requireNonNull(parts.get(name)))
                .toList();
        needed.forEach(column -> column.prepare(size));
        IntStream.rangeClosed(0, size / TOGETHER).parallel().forEach(tile -> {
            for (KeyColumn column : needed) {
                column.work(tile * TOGETHER, Math.min(size, (tile + 1) * TOGETHER));
            }
        });
    }

    /// Gives back what was worked out ahead and no rule of these uses.
    void forgetAllBut(List<BlockingRule> rules) {
        Set<String> needed = rules.stream()
                .flatMap(rule -> rule.alternatives().stream())
                .flatMap(List::stream)
                .collect(Collectors.toSet());
        parts.forEach((name, column) -> {
            if (!needed.contains(name)) {
                column.forget();
            }
        });
    }

    /// Numbers that put records alike in many respects beside each other, for blocks that no part splits.
    IntUnaryOperator order() {
        KeyPart surname = find("surname").orElse(record -> 0);
        KeyPart given = find("given").orElse(record -> 0);
        return record -> (surname.of(record) & 0xffff0000) | (given.of(record) >>> 16);
    }

    private void addNames(Names names) {
        WordKeys keys = WordKeys.of(names.index());
        addNamePosition("given", record -> names.given(0, record), keys);
        addNamePosition("given2", record -> names.given(1, record), keys);
        addNamePosition("surname", record -> names.surname(0, record), keys);
        addNamePosition("surname2", record -> names.surname(1, record), keys);
        NameSketch sketch = new NameSketch(names);
        for (int key = 0; key < NameSketch.KEYS; key++) {
            made.put("names#" + (key + 1), sketch.key(key));
        }
    }

    private void addNamePosition(String name, KeyPart word, WordKeys keys) {
        made.put(name, lookup(word, keys.formal()));
        made.put(name + "~", lookup(word, keys.sound()));
        made.put(name + "[1]", lookup(word, keys.first()));
        made.put(name + "[2]", lookup(word, keys.second()));
        made.put(name + "[3]", lookup(word, keys.third()));
    }

    private static KeyPart lookup(KeyPart word, int[] key) {
        return record -> {
            int value = word.of(record);
            return value < 0 ? 0 : key[value];
        };
    }

    private void addDates(String name, DateColumn dates) {
        made.put(name, record -> DayNumbers.day(dates.date(record)) == 0 ? 0 : mixed(dates.date(record)));
        made.put(name + ".month", record -> {
            int date = dates.date(record);
            return DayNumbers.month(date) == 0 ? 0 : mixed(date / 100);
        });
        made.put(name + ".year", record -> {
            int date = dates.date(record);
            return date == DayNumbers.NONE ? 0 : mixed(DayNumbers.year(date));
        });
        made.put(name + ".day", record -> {
            int date = dates.date(record);
            return DayNumbers.day(date) == 0 ? 0 : mixed(date % 10_000 + 1_000_000);
        });
    }

    private void addPlaces(PlaceColumn places) {
        made.put("place", record -> {
            int code = places.code(record);
            return code < 0 || PlaceColumn.isDepartmentOnly(code) ? 0 : mixed(code + 1);
        });
        made.put("department", record -> {
            int code = places.code(record);
            return code < 0 ? 0 : mixed(PlaceColumn.department(code) + 1);
        });
    }

    private void addWords(String name, WordColumn column) {
        DistinctValues values = column.values();
        made.put(name, ofValues(column, value -> values.hashOf(value)));
        made.put(name + "<", ofValues(column, value -> {
            byte[] bytes = values.get(value);
            return Arrays.hashCode(Arrays.copyOf(bytes, half(bytes)));
        }));
        made.put(name + ">", ofValues(column, value -> {
            byte[] bytes = values.get(value);
            return Arrays.hashCode(Arrays.copyOfRange(bytes, bytes.length - half(bytes), bytes.length)) + 1;
        }));
        made.put(name + "~", ofValues(column, column::sound));
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

    /// A key with one part more; 0 when one of the two is, without a branch, which no processor could foresee.
    static int mixed(int key, int part) {
        return mixed(key * 31 + part) & allBitsUnlessZero(key) & allBitsUnlessZero(part);
    }

    private static int allBitsUnlessZero(int value) {
        return (value | -value) >> 31;
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
