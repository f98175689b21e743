package org.constancia.linkage.record;

/// The names of all records as word numbers of one [NameIndex]; -1 where there is none.
///
/// A record has up to three given names and up to two surnames; the surname of a list that knows one surname
/// only is
/// the
/// first. No gaps: a second given name is there only if the first is.
public final class Names {
    private final NameIndex index;
    private final int[][] given;
    private final int[][] surname;

    Names(NameIndex index, int[][] given, int[][] surname) {
        this.index = index;
        this.given = given;
        this.surname = surname;
    }

    public NameIndex index() {
        return index;
    }

    /// Given name `position` (0 to 2) of a record, -1 for none.
    public int given(int position, int record) {
        return given[position][record];
    }

    /// Surname `position` (0 or 1) of a record, -1 for none.
    public int surname(int position, int record) {
        return surname[position][record];
    }

    public int givenCount(int record) {
        return given[0][record] < 0 ? 0 : given[1][record] < 0 ? 1 : given[2][record] < 0 ? 2 : 3;
    }
}
