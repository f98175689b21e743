package org.constancia.linkage.record;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.constancia.linkage.name.Letters;
import org.constancia.linkage.name.NameWords;
import org.jspecify.annotations.Nullable;

/// Makes [Names] of the name columns: words in order, particles folded, double surnames told from compound
/// ones.
///
/// Where no column for a second surname exists, a surname of several words is two surnames if such cells are
/// the rule (at least a quarter of them); otherwise it is one name with a stray space and is joined. Full
/// names are read as "given [given] surname [surname]", or "surnames, given names" with a comma, and fill in
/// only where the record has neither given name nor surname of its own.
final class NamesReading {
    private static final int GIVEN = 3;
    private static final double DOUBLE_IS_THE_RULE = 0.25;
    private static final int NONE = -1;

    private final NameIndex index = new NameIndex();
    private final int rows;
    private final int[][] given;
    private final int[][] surname;

    private NamesReading(int rows) {
        this.rows = rows;
        given = filled(GIVEN, rows);
        surname = filled(2, rows);
    }

    /// The names of a table, or empty when it has no name column.
    static Optional<Names> read(RawTable table) {
        Optional<RawColumn> first = table.find(ColumnRole.GIVEN_NAME);
        Optional<RawColumn> second = table.find(ColumnRole.SECOND_GIVEN_NAME);
        Optional<RawColumn> surname = table.find(ColumnRole.SURNAME);
        Optional<RawColumn> otherSurname = table.find(ColumnRole.SECOND_SURNAME);
        Optional<RawColumn> full = table.find(ColumnRole.FULL_NAME);
        if (first.isEmpty() && surname.isEmpty() && full.isEmpty()) {
            return Optional.empty();
        }
        NamesReading reading = new NamesReading(table.rows());
        first.ifPresent(reading::addGiven);
        second.ifPresent(reading::addGiven);
        surname.ifPresent(column -> reading.addSurnames(column, otherSurname.orElse(null)));
        full.ifPresent(reading::addFullNames);
        return Optional.of(reading.finished());
    }

    private Names finished() {
        index.close();
        for (int row = 0; row < rows; row++) {
            for (int[] column : given) {
                if (column[row] >= 0) {
                    index.countGiven(column[row]);
                }
            }
            for (int[] column : surname) {
                if (column[row] >= 0) {
                    index.countSurname(column[row]);
                }
            }
        }
        return new Names(index, given, surname);
    }

    private void addGiven(RawColumn column) {
        int[][] words = words(column);
        for (int row = 0; row < rows; row++) {
            if (column.cell(row) >= 0) {
                int free = 0;
                for (int word : words[column.cell(row)]) {
                    while (free < GIVEN && given[free][row] >= 0) {
                        free++;
                    }
                    if (free < GIVEN) {
                        given[free][row] = word;
                    }
                }
            }
        }
    }

    private void addSurnames(RawColumn first, @Nullable RawColumn second) {
        int[][] words = words(first);
        int[] joined = joined(first);
        int[] joinedSecond = second == null ? new int[0] : joined(second);
        boolean doubled = second != null || doubleIsTheRule(first, words);
        int[][] split = doubled ? split(first, words) : new int[0][];
        for (int row = 0; row < rows; row++) {
            int cell = first.cell(row);
            int other = second == null || second.cell(row) < 0 ? NONE : joinedSecond[second.cell(row)];
            if (cell >= 0 && other < 0 && doubled && words[cell].length > 1) {
                surname[0][row] = split[cell][0];
                surname[1][row] = split[cell][1];
            } else {
                surname[0][row] = cell < 0 ? NONE : joined[cell];
                surname[1][row] = other;
            }
            if (surname[0][row] < 0) {
                surname[0][row] = surname[1][row];
                surname[1][row] = NONE;
            }
        }
    }

    /// First word, and the rest as one.
    private int[][] split(RawColumn column, int[][] words) {
        int[][] split = new int[words.length][];
        for (int text = 0; text < words.length; text++) {
            if (words[text].length > 1) {
                split[text] = new int[] {words[text][0], joinedWords(words[text], 1)};
            }
        }
        return split;
    }

    private boolean doubleIsTheRule(RawColumn column, int[][] words) {
        long several = 0;
        long all = 0;
        for (int row = 0; row < rows; row++) {
            if (column.cell(row) >= 0 && words[column.cell(row)].length > 0) {
                all++;
                several += words[column.cell(row)].length > 1 ? 1 : 0;
            }
        }
        return several >= all * DOUBLE_IS_THE_RULE;
    }

    private void addFullNames(RawColumn column) {
        int[][] words = words(column);
        for (int row = 0; row < rows; row++) {
            int cell = column.cell(row);
            if (cell < 0 || given[0][row] >= 0 || surname[0][row] >= 0 || words[cell].length == 0) {
                continue;
            }
            int[] parts = words[cell];
            String text = column.text(cell);
            int comma = text.indexOf(',');
            if (comma > 0) {
                byte[] before = Letters.of(text.substring(0, comma));
                int surnames = before == null ? 0 : NameWords.of(before).size();
                place(row, Arrays.copyOfRange(parts, surnames, parts.length), Arrays.copyOf(parts, surnames));
            } else {
                int givens = parts.length <= 3 ? 1 : parts.length - 2;
                place(row, Arrays.copyOf(parts, givens), Arrays.copyOfRange(parts, givens, parts.length));
            }
        }
    }

    private void place(int row, int[] givens, int[] surnames) {
        for (int i = 0; i < Math.min(GIVEN, givens.length); i++) {
            given[i][row] = givens[i];
        }
        if (surnames.length > 0) {
            surname[0][row] = surnames[0];
        }
        if (surnames.length > 1) {
            surname[1][row] = joinedWords(surnames, 1);
        }
    }

    /// The word numbers of every distinct text of a column.
    private int[][] words(RawColumn column) {
        int[][] words = new int[column.distinct()][];
        for (int text = 0; text < words.length; text++) {
            byte[] letters = Letters.of(column.text(text));
            if (letters == null) {
                words[text] = new int[0];
            } else {
                List<byte[]> parts = NameWords.of(letters);
                words[text] = new int[parts.size()];
                for (int i = 0; i < parts.size(); i++) {
                    words[text][i] = index.intern(parts.get(i));
                }
            }
        }
        return words;
    }

    /// Every distinct text of a column as one word.
    private int[] joined(RawColumn column) {
        int[][] words = words(column);
        int[] joined = new int[words.length];
        for (int text = 0; text < joined.length; text++) {
            joined[text] = words[text].length == 0 ? NONE : joinedWords(words[text], 0);
        }
        return joined;
    }

    private int joinedWords(int[] words, int from) {
        if (words.length - from == 1) {
            return words[from];
        }
        int length = 0;
        for (int i = from; i < words.length; i++) {
            length += index.words().length(words[i]);
        }
        byte[] joined = new byte[length];
        int at = 0;
        for (int i = from; i < words.length; i++) {
            byte[] word = index.words().get(words[i]);
            System.arraycopy(word, 0, joined, at, word.length);
            at += word.length;
        }
        return index.intern(joined);
    }

    private static int[][] filled(int columns, int rows) {
        int[][] filled = new int[columns][rows];
        for (int[] column : filled) {
            Arrays.fill(column, NONE);
        }
        return filled;
    }
}
