package org.constancia.linkage.record;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/// The names of all records as word numbers of one [NameIndex]; -1 where there is none.
///
/// A record has up to three given names and up to two surnames; the surname of a list that knows one surname
/// only is the first. No gaps: a second given name is there only if the first is.
public final class Names {
    private final NameIndex index;
    private final Cells[] given = new Cells[3];
    private final Cells[] surname = new Cells[2];
    private final Cells[] givenOutline = new Cells[3];
    private final Cells[] surnameOutline = new Cells[2];

    Names(NameIndex index, int[][] given, int[][] surname) {
        this.index = index;
        Arrays.setAll(this.given, position -> Cells.of(given[position]));
        Arrays.setAll(this.surname, position -> Cells.of(surname[position]));
        Arrays.setAll(givenOutline, position -> Cells.of(outlines(given[position])));
        Arrays.setAll(surnameOutline, position -> Cells.of(outlines(surname[position])));
    }

    private int[] outlines(int[] words) {
        return Arrays.stream(words)
                .parallel()
                .map(word -> word < 0 ? 0 : index.outline(word))
                .toArray();
    }

    /// The columns, in the order in which [#place] takes them back.
    List<Cells> cells() {
        return Stream.of(given, surname, givenOutline, surnameOutline)
                .flatMap(Arrays::stream)
                .toList();
    }

    /// Puts packed columns in the place of its own.
    void place(Iterator<Cells> packed) {
        for (Cells[] columns : List.of(given, surname, givenOutline, surnameOutline)) {
            Arrays.setAll(columns, position -> packed.next());
        }
    }

    public NameIndex index() {
        return index;
    }

    /// Given name `position` (0 to 2) of a record, -1 for none.
    public int given(int position, int record) {
        return given[position].at(record);
    }

    /// Surname `position` (0 or 1) of a record, -1 for none.
    public int surname(int position, int record) {
        return surname[position].at(record);
    }

    /// The [WordOutline] of a given name.
    public int givenOutline(int position, int record) {
        return givenOutline[position].at(record);
    }

    /// The [WordOutline] of a surname.
    public int surnameOutline(int position, int record) {
        return surnameOutline[position].at(record);
    }
}
