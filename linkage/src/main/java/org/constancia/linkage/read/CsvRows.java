package org.constancia.linkage.read;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Splits a delimited stream into rows of cells, without making a string of any of them.
///
/// RFC 4180, with any one-byte delimiter and any line end: a cell may be quoted, a doubled quote inside is
/// one quote, and a quoted cell may hold delimiters and line ends. An unclosed quote ends with the file. The
/// cells of the current row lie in [#buffer()] and are valid until the next row.
final class CsvRows {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /// One in every byte.
    private static final long ONES = 0x0101010101010101L;

    private static final long LINE_FEEDS = ONES * '\n';
    private static final long RETURNS = ONES * '\r';

    private final InputStream stream;
    private final byte delimiter;
    private final long delimiters;
    private byte[] buffer;
    private int position;
    private int limit;
    private int rowStart;
    private boolean atEnd;
    private int[] from = new int[64];
    private int[] to = new int[64];
    private int cells;
    private long row;

    CsvRows(InputStream stream, char delimiter) {
        this(stream, delimiter, 1 << 19);
    }

    /// @param bufferLength the first length of the buffer in bytes; it grows when a row is longer
    CsvRows(InputStream stream, char delimiter, int bufferLength) {
        this.stream = stream;
        this.delimiter = (byte) delimiter;
        delimiters = ONES * delimiter;
        this.buffer = new byte[bufferLength];
    }

    /// Reads the next row; false at the end. Empty lines are skipped.
    boolean next() throws IOException {
        while (true) {
            cells = 0;
            rowStart = position;
            if (position >= limit && !readOn()) {
                return false;
            }
            row++;
            readRow();
            if (cells > 1 || to[0] > from[0]) {
                return true;
            }
        }
    }

    int cells() {
        return cells;
    }

    byte[] buffer() {
        return buffer;
    }

    int from(int cell) {
        return from[cell];
    }

    int to(int cell) {
        return to[cell];
    }

    /// The number of the current row; the first row is 1.
    long row() {
        return row;
    }

    private void readRow() throws IOException {
        rowStart = position;
        while (true) {
            boolean quoted = (position < limit || readOn()) && buffer[position] == '"';
            if (!(quoted ? quotedCell() : plainCell())) {
                return;
            }
        }
    }

    private boolean plainCell() throws IOException {
        int offset = position - rowStart;
        while (true) {
            position = endOfCell(position);
            if (position < limit) {
                addCell(rowStart + offset, position);
                return anotherCell(buffer[position]);
            }
            if (!readOn()) {
                addCell(rowStart + offset, position);
                return false;
            }
        }
    }

    /// Where the next delimiter or line end is, or the end of what was read. Eight letters are looked at
    /// together: a zero byte of a word exclusive-or a letter is where the letter stands (H. S. Warren,
    /// "Hacker's Delight", 2nd ed., 6-1).
    private int endOfCell(int from) {
        byte[] bytes = buffer;
        int end = limit;
        int at = from;
        for (; at + Long.BYTES <= end; at += Long.BYTES) {
            long word = (long) LONG.get(bytes, at);
            long found = zeroBytes(word ^ delimiters) | zeroBytes(word ^ LINE_FEEDS) | zeroBytes(word ^ RETURNS);
            if (found != 0) {
                return at + Long.numberOfTrailingZeros(found) / Byte.SIZE;
            }
        }
        while (at < end && bytes[at] != delimiter && bytes[at] != '\n' && bytes[at] != '\r') {
            at++;
        }
        return at;
    }

    /// The upper bit of every byte that is zero, up to the first one; bytes above that one may be told
    /// wrongly.
    private static long zeroBytes(long word) {
        return word - ONES & ~word & ONES << Byte.SIZE - 1;
    }

    /// A quoted cell is unquoted in place; what follows its closing quote up to the delimiter belongs to it.
    private boolean quotedCell() throws IOException {
        position++;
        int offset = position - rowStart;
        int length = 0;
        boolean open = true;
        while (position < limit || readOn()) {
            byte letter = buffer[position];
            if (open && letter == '"') {
                boolean doubled = (position + 1 < limit || readOn()) && buffer[position + 1] == '"';
                position += doubled ? 2 : 1;
                open = doubled;
                if (!doubled) {
                    continue;
                }
            } else if (!open && (letter == delimiter || letter == '\n' || letter == '\r')) {
                addCell(rowStart + offset, rowStart + offset + length);
                return anotherCell(letter);
            } else {
                position++;
            }
            buffer[rowStart + offset + length] = letter;
            length++;
        }
        addCell(rowStart + offset, rowStart + offset + length);
        return false;
    }

    private boolean anotherCell(byte letter) throws IOException {
        position++;
        if (letter == delimiter) {
            return true;
        }
        if (letter == '\r' && (position < limit || readOn()) && buffer[position] == '\n') {
            position++;
        }
        return false;
    }

    /// Reads more bytes behind those there, the row so far moved to the front; false at the end of the
    /// stream.
    private boolean readOn() throws IOException {
        if (atEnd) {
            return false;
        }
        if (rowStart > 0) {
            System.arraycopy(buffer, rowStart, buffer, 0, limit - rowStart);
            for (int i = 0; i < cells; i++) {
                from[i] -= rowStart;
                to[i] -= rowStart;
            }
            position -= rowStart;
            limit -= rowStart;
            rowStart = 0;
        }
        if (limit == buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.multiplyExact(buffer.length, 2));
        }
        int read = stream.read(buffer, limit, buffer.length - limit);
        if (read < 0) {
            atEnd = true;
            return false;
        }
        limit += read;
        return true;
    }

    private void addCell(int start, int end) {
        if (cells == from.length) {
            from = Arrays.copyOf(from, cells * 2);
            to = Arrays.copyOf(to, cells * 2);
        }
        from[cells] = start;
        to[cells] = end;
        cells++;
    }
}
