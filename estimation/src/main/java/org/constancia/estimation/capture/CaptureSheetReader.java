package org.constancia.estimation.capture;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.estimation.capture.CaptureSheet.Notice;

/// Reads capture histories from comma, semicolon or tab separated text with a header.
///
/// With a `count` column (also `conteo`, `freq`, `frecuencia`) a row is a capture pattern; without one a row is a
/// person. List columns hold 0 or 1. What could change the answer silently is refused (a fractional count, a column
/// that
/// is not 0/1); what has one sensible meaning is done and told as a [Notice]; persons with a missing value are
/// left out
/// and told as a [Rejection].
public final class CaptureSheetReader {
    private static final Set<String> COUNT_NAMES = Set.of("count", "conteo", "freq", "frecuencia");
    private static final Set<String> IDENTIFIER_NAMES = Set.of("id", "record_id");
    private static final Set<String> MISSING = Set.of("", "na", "n/a", "nan", "null", "none", ".", "?");
    private static final long MOST_PERSONS = 1L << 50;

    private final CaptureColumns columns;
    private final Map<TableKey, TreeMap<Integer, Long>> sums = new LinkedHashMap<>();
    private final Set<String> patternsSeen = new HashSet<>();
    private final List<Notice> notices = new ArrayList<>();
    private final List<Rejection> rejections = new ArrayList<>();

    private CaptureSheetReader(CaptureColumns columns) {
        this.columns = columns;
    }

    /// Reads a whole file.
    ///
    /// @throws ConstanciaException with [Problem#BAD_INPUT] when the text is no capture table; the facts
    ///     name the row, the column and the value
    public static CaptureSheet read(Reader text, CaptureColumns columns) throws IOException {
        StringWriter content = new StringWriter();
        text.transferTo(content);
        return new CaptureSheetReader(columns).parse(content.toString());
    }

    private CaptureSheet parse(String text) {
        String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
        try (CsvReader<CsvRecord> rows = CsvReader.builder()
                .fieldSeparator(separatorOf(content))
                .skipEmptyLines(true)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .ofCsvRecord(content)) {
            return parse(rows);
        } catch (CsvParseException notCsv) {
            throw new ConstanciaException(Problem.BAD_INPUT, "The file is not readable as separated text", notCsv);
        } catch (IOException impossible) {
            throw new ConstanciaException(Problem.BUG, "Reading from memory failed", impossible);
        }
    }

    private CaptureSheet parse(Iterable<CsvRecord> rows) {
        Layout layout = null;
        for (CsvRecord row : rows) {
            if (layout == null) {
                layout = Layout.of(row.getFields(), columns);
            } else if (row.getFieldCount() != layout.width()) {
                throw bad("A row has another number of fields than the header")
                        .with("row", row.getStartingLineNumber())
                        .with("fields", row.getFieldCount())
                        .with("header", layout.width());
            } else {
                addRow(row, layout);
            }
        }
        if (layout == null) throw bad("The file is empty; a header with the names of the lists was expected");
        return sheet(layout);
    }

    private CaptureSheet sheet(Layout layout) {
        if (!rejections.isEmpty()) notices.add(new Notice.RowsLeftOut(rejections.size()));
        TreeMap<TableKey, CaptureTable> tables = new TreeMap<>();
        sums.forEach((key, cells) -> tables.put(key, CaptureTable.of(layout.listNames(), cells)));
        if (tables.values().stream().allMatch(table -> table.observed() == 0)) {
            throw bad("The file records nobody: every count is zero or every row was left out")
                    .with("rows left out", rejections.size());
        }
        for (int j = 0; j < layout.listNames().size(); j++) {
            int list = 1 << j;
            if (tables.values().stream().allMatch(table -> table.recordedByAll(list) == 0)) {
                notices.add(new Notice.ListWithoutCaptures(layout.listNames().get(j)));
            }
        }
        return new CaptureSheet(layout.listNames(), tables, notices, rejections);
    }

    private void addRow(CsvRecord row, Layout layout) {
        long line = row.getStartingLineNumber();
        TableKey key = layout.key(row);
        int pattern = 0;
        for (int j = 0; j < layout.listIndexes().length; j++) {
            String value = row.getField(layout.listIndexes()[j]).strip();
            String name = layout.listNames().get(j);
            if (MISSING.contains(value.toLowerCase(Locale.ROOT))) {
                if (layout.hasCount()) {
                    throw bad("A capture pattern has a missing value")
                            .with("row", line)
                            .with("column", name);
                }
                rejections.add(new Rejection(line, name, value, "whether this list has the person is missing"));
                return;
            }
            pattern |= zeroOrOne(value, line, name) << j;
        }
        long count =
                layout.hasCount() ? countOf(row.getField(layout.countIndex()).strip(), line) : 1;
        if (pattern == 0) {
            leaveOut(line, count, layout);
            return;
        }
        TreeMap<Integer, Long> cells = sums.computeIfAbsent(key, _ -> new TreeMap<>());
        if (layout.hasCount() && !patternsSeen.add(key + ":" + pattern)) {
            notices.add(new Notice.PatternAddedUp(describe(pattern, layout)));
        }
        long sum = cells.merge(pattern, count, Long::sum);
        if (sum > MOST_PERSONS)
            throw bad("A count is larger than any population").with("row", line);
    }

    private void leaveOut(long line, long count, Layout layout) {
        if (layout.hasCount()) {
            notices.add(new Notice.AllZeroRowLeftOut(line, count));
        } else {
            rejections.add(new Rejection(line, "", "", "the person is on no list"));
        }
    }

    private static int zeroOrOne(String value, long line, String column) {
        return switch (value) {
            case "0", "0.0" -> 0;
            case "1", "1.0" -> 1;
            default ->
                throw bad("A list column holds something other than 0 and 1; name the list columns with --lists")
                        .with("row", line)
                        .with("column", column)
                        .with("value", value);
        };
    }

    private static long countOf(String value, long line) {
        double number;
        try {
            number = Double.parseDouble(value);
        } catch (NumberFormatException notANumber) {
            throw bad("A count is not a number", notANumber).with("row", line).with("value", value);
        }
        if (number < 0) throw bad("A count is negative").with("row", line).with("value", value);
        if (number != Math.rint(number) || Double.isInfinite(number)) {
            throw bad("A count is not a whole number of persons")
                    .with("row", line)
                    .with("value", value);
        }
        if (number > MOST_PERSONS)
            throw bad("A count is larger than any population").with("row", line);
        return (long) number;
    }

    private static String describe(int pattern, Layout layout) {
        StringBuilder digits = new StringBuilder();
        for (int j = 0; j < layout.listNames().size(); j++) digits.append(pattern >> j & 1);
        return digits.toString();
    }

    private static char separatorOf(String content) {
        int end = content.indexOf('\n');
        String header = end < 0 ? content : content.substring(0, end);
        if (header.indexOf(',') >= 0) return ',';
        if (header.indexOf(';') >= 0) return ';';
        return header.indexOf('\t') >= 0 ? '\t' : ',';
    }

    private static ConstanciaException bad(String text) {
        return new ConstanciaException(Problem.BAD_INPUT, text);
    }

    private static ConstanciaException bad(String text, Exception cause) {
        return new ConstanciaException(Problem.BAD_INPUT, text, cause);
    }

    /// Where each column stands; an index of -1 means there is none.
    private record Layout(
            List<String> listNames,
            int[] listIndexes,
            int countIndex,
            int stratumIndex,
            int replicateIndex,
            int width) {
        static Layout of(List<String> header, CaptureColumns columns) {
            List<String> names = header.stream().map(String::strip).toList();
            if (new HashSet<>(names).size() < names.size()) {
                throw bad("Two columns have the same name").with("header", names);
            }
            int count = -1;
            for (int i = 0; i < names.size(); i++) {
                if (COUNT_NAMES.contains(names.get(i).toLowerCase(Locale.ROOT))) count = i;
            }
            int stratum = columns.stratum() == null ? -1 : indexOf(names, columns.stratum());
            int replicate = columns.replicate() == null ? -1 : indexOf(names, columns.replicate());
            List<String> lists = new ArrayList<>();
            if (columns.lists().isEmpty()) {
                for (int i = 0; i < names.size(); i++) {
                    boolean identifier = IDENTIFIER_NAMES.contains(names.get(i).toLowerCase(Locale.ROOT));
                    if (i != count && i != stratum && i != replicate && !identifier) lists.add(names.get(i));
                }
            } else {
                lists.addAll(columns.lists());
            }
            if (lists.isEmpty()) throw bad("The file has no list column").with("header", names);
            if (lists.size() > CaptureTable.MOST_LISTS) {
                throw bad("A table has more lists than can be estimated together")
                        .with("lists", lists.size())
                        .with("most", CaptureTable.MOST_LISTS);
            }
            int[] indexes =
                    lists.stream().mapToInt(name -> indexOf(names, name)).toArray();
            return new Layout(List.copyOf(lists), indexes, count, stratum, replicate, names.size());
        }

        private static int indexOf(List<String> names, String wanted) {
            int index = names.indexOf(wanted);
            if (index < 0)
                throw bad("The file has no such column").with("column", wanted).with("header", names);
            return index;
        }

        boolean hasCount() {
            return countIndex >= 0;
        }

        TableKey key(CsvRecord row) {
            return new TableKey(
                    stratumIndex < 0 ? "" : row.getField(stratumIndex).strip(),
                    replicateIndex < 0 ? "" : row.getField(replicateIndex).strip());
        }
    }
}
