package org.constancia.linkage.record;

import java.util.Arrays;

/// Places as codes of five digits, two of the department and three of the municipality; -1 for none, `dd000`
/// for the department only. A code of four digits has lost its leading zero, one of two is a department.
public final class PlaceColumn {
    private static final int CODES = 100_000;

    private final String name;
    private Cells codes;
    private final int[] counts = new int[CODES];
    private int total;

    private PlaceColumn(String name, int[] codes) {
        this.name = name;
        this.codes = Cells.of(codes);
    }

    static PlaceColumn read(RawColumn column) {
        int[] parsed = new int[column.distinct()];
        for (int text = 0; text < parsed.length; text++) {
            parsed[text] = parse(column.text(text));
        }
        int[] codes = new int[column.size()];
        PlaceColumn places = new PlaceColumn(column.name(), codes);
        Arrays.setAll(codes, row -> column.cell(row) < 0 ? -1 : parsed[column.cell(row)]);
        for (int code : codes) {
            if (code >= 0) {
                places.counts[code]++;
                places.total++;
            }
        }
        return places;
    }

    /// The number of one, two, four or five digits, or the first five of eight or more.
    private static int parse(String text) {
        int number = 0;
        int digits = 0;
        int end = withoutZeroDecimals(text);
        for (int i = 0; i < end; i++) {
            int digit = text.charAt(i) - '0';
            if (digit >= 0 && digit <= 9) {
                number = digits < 5 ? number * 10 + digit : number;
                digits++;
            }
        }
        return switch (digits) {
            case 1, 2 -> number * 1000;
            case 4, 5 -> number;
            default -> digits >= 8 ? number : -1;
        };
    }

    /// Where the text ends without the ".0" that spreadsheets add.
    private static int withoutZeroDecimals(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '0') {
            end--;
        }
        return end < text.length() && end > 0 && text.charAt(end - 1) == '.' ? end - 1 : text.length();
    }

    Cells cells() {
        return codes;
    }

    void place(Cells packed) {
        codes = packed;
    }

    public String name() {
        return name;
    }

    public int code(int record) {
        return codes.at(record);
    }

    public static int department(int code) {
        return code / 1000;
    }

    public static boolean isDepartmentOnly(int code) {
        return code % 1000 == 0;
    }

    /// The share of the stated places that are this one.
    public double frequency(int code) {
        return Math.max(1, counts[code]) / (double) Math.max(1, total);
    }
}
