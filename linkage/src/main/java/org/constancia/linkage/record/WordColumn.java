package org.constancia.linkage.record;

import java.util.Arrays;
import java.util.Locale;
import org.constancia.linkage.name.Letters;
import org.constancia.linkage.name.SpanishSound;

/// Free text, codes, categories and documents as numbers of distinct standardised values; -1 for none.
public final class WordColumn {
    private final String name;
    private final ColumnRole role;
    private final DistinctValues values;
    private Cells cells;
    private final int[] counts;
    private final int total;

    private WordColumn(String name, ColumnRole role, DistinctValues values, int[] cells) {
        this.name = name;
        this.role = role;
        this.values = values;
        this.cells = Cells.of(cells);
        counts = new int[values.size()];
        int stated = 0;
        for (int cell : cells) {
            if (cell >= 0) {
                counts[cell]++;
                stated++;
            }
        }
        total = stated;
    }

    static WordColumn read(RawColumn column, ColumnRole role) {
        DistinctValues values = new DistinctValues();
        int[] value = new int[column.distinct()];
        for (int text = 0; text < value.length; text++) {
            byte[] letters = standardised(column.text(text), role);
            value[text] = letters.length == 0 ? -1 : values.intern(letters);
        }
        values.close();
        int[] cells = new int[column.size()];
        Arrays.setAll(cells, row -> column.cell(row) < 0 ? -1 : value[column.cell(row)]);
        return new WordColumn(column.name(), role, values, cells);
    }

    private static byte[] standardised(String text, ColumnRole role) {
        if (role == ColumnRole.EMAIL) {
            return text.toUpperCase(Locale.ROOT)
                    .replaceAll("\\s", "")
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        }
        byte[] letters = Letters.of(text);
        if (letters == null) {
            return new byte[0];
        }
        if (role == ColumnRole.DOCUMENT && letters[0] >= 'A') {
            letters = DocumentNumber.parse(new String(letters, java.nio.charset.StandardCharsets.ISO_8859_1))
                    .number()
                    .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        }
        return switch (role) {
            case SEX -> sex(letters);
            case DOCUMENT -> document(letters);
            case CODE -> withoutSpaces(letters);
            case ID,
                    LIST,
                    GIVEN_NAME,
                    SECOND_GIVEN_NAME,
                    SURNAME,
                    SECOND_SURNAME,
                    FULL_NAME,
                    BIRTH_DATE,
                    EVENT_DATE,
                    PLACE_CODE,
                    EMAIL,
                    CATEGORY,
                    TEXT,
                    IGNORED -> letters;
        };
    }

    /// M for man, male, masculino, hombre, H, 1; F for woman, female, femenino, mujer, 2; other words as they
    /// are.
    private static byte[] sex(byte[] letters) {
        String word = new String(letters, java.nio.charset.StandardCharsets.ISO_8859_1);
        return switch (word) {
            case "M", "MALE", "MASCULINO", "MASC", "HOMBRE", "H", "MAN", "VARON", "1" -> new byte[] {'M'};
            case "F", "FEMALE", "FEMENINO", "FEM", "MUJER", "WOMAN", "W", "2" -> new byte[] {'F'};
            default -> letters;
        };
    }

    /// Letters and digits only; leading zeros and what can be no document (fewer than four digits, all alike)
    /// left out.
    private static byte[] document(byte[] letters) {
        byte[] joined = withoutSpaces(letters);
        int start = 0;
        while (start < joined.length && joined[start] == '0') {
            start++;
        }
        byte[] number = Arrays.copyOfRange(joined, start, joined.length);
        boolean alike = true;
        for (byte digit : number) {
            alike &= digit == number[0];
        }
        return number.length < 4 || alike ? new byte[0] : number;
    }

    private static byte[] withoutSpaces(byte[] letters) {
        byte[] joined = new byte[letters.length];
        int length = 0;
        for (byte letter : letters) {
            if (letter != ' ') {
                joined[length++] = letter;
            }
        }
        return Arrays.copyOf(joined, length);
    }

    Cells cells() {
        return cells;
    }

    void place(Cells packed) {
        cells = packed;
    }

    public String name() {
        return name;
    }

    public ColumnRole role() {
        return role;
    }

    public DistinctValues values() {
        return values;
    }

    public int value(int record) {
        return cells.at(record);
    }

    /// A hash of the sound of the value.
    public int sound(int value) {
        byte[] key = SpanishSound.key(values.get(value));
        return DistinctValues.hash(key, 0, key.length);
    }

    /// The share of the stated values that are this one.
    public double frequency(int value) {
        return counts[value] / (double) Math.max(1, total);
    }
}
