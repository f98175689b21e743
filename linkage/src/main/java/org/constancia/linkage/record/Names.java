package org.constancia.linkage.record;

import java.util.Arrays;
import java.util.List;

/// The names of all records as word numbers of one [NameIndex]; -1 where there is none.
///
/// A record has up to three given names and up to two surnames; the surname of a list that knows one surname
/// only is the first. No gaps: a second given name is there only if the first is.
public final class Names {
    private final NameIndex index;
    private final Cells[] given = new Cells[3];
    private final Cells[] surname = new Cells[2];

    Names(NameIndex index, int[][] given, int[][] surname) {
        this.index = index;
        Arrays.setAll(this.given, position -> Cells.of(given[position]));
        Arrays.setAll(this.surname, position -> Cells.of(surname[position]));
    }

    /// The columns, in the order in which [#place] takes them back.
    List<Cells> cells() {
        return List.of(given[0], given[1], given[2], surname[0], surname[1]);
    }

    /// Puts packed columns in the place of its own.
    void place(List<Cells> packed) {
        for (int position = 0; position < given.length; position++) {
            given[position] = packed.get(position);
        }
        for (int position = 0; position < surname.length; position++) {
            surname[position] = packed.get(given.length + position);
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
}
