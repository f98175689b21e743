package org.constancia.linkage.record;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// All records of a run, standardised and in columns. Record numbers are row numbers of the [RawTable], which
/// is kept beside for the raw text.
public final class People {
    private final RawTable raw;
    private final Optional<Names> names;
    private final List<DateColumn> dates = new ArrayList<>();
    private final List<ColumnRole> dateRoles = new ArrayList<>();
    private final List<WordColumn> words = new ArrayList<>();
    private final Optional<PlaceColumn> place;
    private Cells lists;

    /// Takes what was read ahead, so that the reading is not optimised away.
    @SuppressWarnings("unused")
    private volatile int touched;

    private final List<String> listNames = new ArrayList<>();

    private People(RawTable raw, int latestYear) {
        this.raw = raw;
        List<Column> read = columns(raw, latestYear).parallelStream()
                .map(Supplier<Column>::get)
                .toList();
        Optional<Names> foundNames = Optional.empty();
        Optional<PlaceColumn> foundPlace = Optional.empty();
        for (Column column : read) {
            switch (column) {
                case Column.OfNames(Optional<Names> found) -> foundNames = found;
                case Column.OfPlaces(PlaceColumn found) -> foundPlace = Optional.of(found);
                case Column.OfWords(WordColumn found) -> words.add(found);
                case Column.OfDates(ColumnRole role, DateColumn found, List<Rejection> rejections) -> {
                    dates.add(found);
                    dateRoles.add(role);
                    rejections.forEach(raw::reject);
                }
            }
        }
        names = foundNames;
        place = foundPlace;
        int[] listOf = new int[raw.rows()];
        Optional<RawColumn> list = raw.find(ColumnRole.LIST);
        if (list.isPresent()) {
            Arrays.setAll(listOf, row -> list.get().cell(row) + 1);
            listNames.add("");
            for (int text = 0; text < list.get().distinct(); text++) {
                listNames.add(list.get().text(text));
            }
        } else {
            listNames.add("");
        }
        lists = Cells.of(listOf);
        pack();
    }

    /// A standardised column.
    private sealed interface Column {
        record OfNames(Optional<Names> names) implements Column {}

        record OfPlaces(PlaceColumn places) implements Column {}

        record OfWords(WordColumn words) implements Column {}

        record OfDates(ColumnRole role, DateColumn dates, List<Rejection> rejections) implements Column {}
    }

    /// What makes each column; they know nothing of each other and can be made by several threads.
    private static List<Supplier<Column>> columns(RawTable raw, int latestYear) {
        List<Supplier<Column>> columns = new ArrayList<>();
        columns.add(() -> new Column.OfNames(NamesReading.read(raw)));
        raw.find(ColumnRole.PLACE_CODE)
                .ifPresent(values -> columns.add(() -> new Column.OfPlaces(PlaceColumn.read(values))));
        for (RawTable.Column column : raw.columns()) {
            RawColumn values = column.values();
            switch (column.role()) {
                case BIRTH_DATE, EVENT_DATE ->
                    columns.add(() -> {
                        List<Rejection> rejections = new ArrayList<>();
                        DateColumn dates = DateColumn.read(values, rejections::add, latestYear, raw::record);
                        return new Column.OfDates(column.role(), dates, rejections);
                    });
                case SEX, DOCUMENT, EMAIL, CATEGORY, TEXT, CODE ->
                    columns.add(() -> new Column.OfWords(WordColumn.read(values, column.role())));
                case ID,
                        LIST,
                        GIVEN_NAME,
                        SECOND_GIVEN_NAME,
                        SURNAME,
                        SECOND_SURNAME,
                        FULL_NAME,
                        PLACE_CODE,
                        IGNORED -> {}
            }
        }
        return columns;
    }

    /// Puts all that is compared record by record.
    private void pack() {
        List<Cells> columns = new ArrayList<>();
        names.ifPresent(column -> columns.addAll(column.cells()));
        dates.forEach(column -> columns.add(column.cells()));
        place.ifPresent(column -> columns.add(column.cells()));
        words.forEach(column -> columns.add(column.cells()));
        columns.add(lists);
        Iterator<Cells> packed = Cells.packed(columns).iterator();
        names.ifPresent(column -> column.place(packed));
        dates.forEach(column -> column.place(packed.next()));
        place.ifPresent(column -> column.place(packed.next()));
        words.forEach(column -> column.place(packed.next()));
        lists = packed.next();
    }

    /// Reads the cells of some records, so that the processor has them at hand when they are compared one by
    /// one.
    public void expect(int[] records, int from, int to) {
        touched = lists.touch(records, from, to);
    }

    /// Standardises a table.
    ///
    /// @param latestYear dates of later years are told as being in the future
    public static People of(RawTable raw, int latestYear) {
        return new People(raw, latestYear);
    }

    public int size() {
        return raw.rows();
    }

    public RawTable raw() {
        return raw;
    }

    public String id(int record) {
        return raw.columns().getFirst().values().textAt(record);
    }

    /// A hash of the record's id, the same in whatever order the records were read.
    public int idHash(int record) {
        RawColumn ids = raw.columns().getFirst().values();
        return ids.texts().hashOf(ids.cell(record));
    }

    public Optional<Names> names() {
        return names;
    }

    public Optional<PlaceColumn> place() {
        return place;
    }

    public Optional<DateColumn> date(ColumnRole role) {
        int at = dateRoles.indexOf(role);
        return at < 0 ? Optional.empty() : Optional.of(dates.get(at));
    }

    public List<WordColumn> words() {
        return List.copyOf(words);
    }

    public Optional<WordColumn> words(ColumnRole role) {
        return words.stream().filter(column -> column.role() == role).findFirst();
    }

    /// The number of the list a record came from; 0 when it states none.
    public int list(int record) {
        return lists.at(record);
    }

    public List<String> listNames() {
        return List.copyOf(listNames);
    }
}
