package org.constancia.linkage.record;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// One column as it was read: the number of the distinct text of every row, -1 where the cell is blank.
public final class RawColumn {
    private static final Charset FALLBACK = Charset.forName("windows-1252");

    private final String name;
    private final DistinctValues texts = new DistinctValues();
    private int[] cells = new int[1 << 10];
    private int size;

    public RawColumn(String name) {
        this.name = name;
    }

    public String name() {
        return name;
    }

    public int size() {
        return size;
    }

    /// Appends a cell; spaces around the text are left out, and a cell of spaces is blank.
    public void add(byte[] source, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && source[start] <= ' ' && source[start] >= 0) {
            start++;
        }
        while (end > start && source[end - 1] <= ' ' && source[end - 1] >= 0) {
            end--;
        }
        add(start == end ? -1 : texts.intern(source, start, end));
    }

    /// Reads ahead what appending some cells will need, so that it is faster.
    ///
    /// @param source where the cells lie, cell `i` from `from[i]` to `to[i]`
    public void expect(byte[] source, int[] from, int[] to, int first, int last) {
        texts.expect(source, from, to, first, last);
    }

    public void addBlank() {
        add(-1);
    }

    /// Puts another text into the last cell.
    public void replaceLast(byte[] text) {
        cells[size - 1] = texts.intern(text);
    }

    private void add(int cell) {
        if (size == cells.length) {
            cells = Arrays.copyOf(cells, size + (size >> 1));
        }
        cells[size++] = cell;
    }

    /// Puts the rows into another order; texts of which every row has its own come in that order too. No row
    /// is added after it.
    ///
    /// @param order for every new row the one it was
    void arrange(int[] order) {
        int[] before = cells;
        boolean own = texts.size() == size;
        for (int row = 0; own && row < size; row++) {
            own = before[row] == row;
        }
        if (own) {
            texts.arrange(order);
            cells = Arrays.copyOf(before, size);
        } else {
            texts.close();
            cells = new int[size];
            Arrays.setAll(cells, row -> before[order[row]]);
        }
    }

    /// The number of the text in a row, -1 for a blank cell.
    public int cell(int row) {
        return cells[row];
    }

    /// How many distinct texts there are.
    public int distinct() {
        return texts.size();
    }

    public DistinctValues texts() {
        return texts;
    }

    /// The text with number `text`, as UTF-8; bytes that are not UTF-8 are read as Windows-1252.
    public String text(int text) {
        byte[] bytes = texts.bytes();
        int from = texts.from(text);
        int to = texts.to(text);
        for (int i = from; i < to; i++) {
            if (bytes[i] < 0) {
                return decoded(bytes, from, to);
            }
        }
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    /// The text of a row, empty for a blank cell.
    public String textAt(int row) {
        return cells[row] < 0 ? "" : text(cells[row]);
    }

    private static String decoded(byte[] bytes, int from, int to) {
        try {
            CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, to - from));
            return text.toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, from, to - from, FALLBACK);
        }
    }
}
