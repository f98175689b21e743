package org.constancia.linkage.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ForkJoinTask;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.linkage.record.ColumnRole;
import org.constancia.linkage.record.RawColumn;
import org.constancia.linkage.record.RawTable;
import org.constancia.linkage.record.Rejection;
import org.jspecify.annotations.Nullable;

/// Reads delimited files into one [RawTable], streaming.
///
/// A row is never lost: one without an id gets `row-<number>`, an id that was there before gets `~2`, a row
/// with too few cells is filled up with blanks, and what a row has beyond the header is left out. Each is
/// told as a [Rejection]; of one kind in one file the first thousand are kept and the rest counted.
public final class CsvTables {
    private static final int TOLD = 1000;

    private final Map<String, ColumnRole> roles;
    private final Set<String> kept;
    private final RawTable table = new RawTable();
    private final RawColumn ids = table.column(ColumnRole.ID, "record_id");
    private int files;

    /// @param roles roles of columns by their exact names, before those recognised; may be empty
    /// @param kept names of columns to keep though they are no evidence (a truth to evaluate against)
    public CsvTables(Map<String, ColumnRole> roles, Set<String> kept) {
        this.roles = Map.copyOf(roles);
        this.kept = Set.copyOf(kept);
    }

    /// Reads all files in their order. With several files and no list column, the file is the list.
    public static RawTable read(List<Path> files, Map<String, ColumnRole> roles, Set<String> kept) {
        CsvTables tables = new CsvTables(roles, kept);
        for (Path file : files) {
            tables.read(file, files.size() > 1);
        }
        if (tables.table.rows() == 0) {
            throw new ConstanciaException(Problem.BAD_INPUT, "No file has a row below its header").with("files", files);
        }
        return tables.table;
    }

    private void read(Path file, boolean fileIsList) {
        if (!Files.isRegularFile(file)) {
            throw new ConstanciaException(Problem.INPUT_NOT_FOUND, "There is no such file to read").with("file", file);
        }
        try (InputStream stream = Files.newInputStream(file)) {
            readRows(file, CsvSource.rows(stream, file), fileIsList);
        } catch (IOException e) {
            throw new ConstanciaException(Problem.STORAGE_FAILED, "The file could not be read", e).with("file", file);
        }
        files++;
    }

    private void readRows(Path file, CsvRows rows, boolean fileIsList) throws IOException {
        String fileName = String.valueOf(file.getFileName());
        List<String> header = header(rows);
        List<ColumnRole> found = ColumnRecognition.recognise(header, roles);
        requireEvidence(file, header, found);
        @Nullable RawColumn[] targets = targets(file, header, found);
        int idCell = found.indexOf(ColumnRole.ID);
        RawColumn fileList =
                fileIsList && !found.contains(ColumnRole.LIST) ? table.column(ColumnRole.LIST, "file") : null;
        byte[] listName = (fileName.replaceFirst("\\.[A-Za-z]+$", "") + (files > 0 ? "#" + (files + 1) : ""))
                .getBytes(StandardCharsets.UTF_8);
        Tally tally = new Tally(fileName, table);
        int count = addRows(rows, targets, (batch, row) -> {
            tellRagged(batch, row, targets.length, tally);
            addId(batch, row, idCell, tally);
            if (fileList != null) {
                fileList.add(listName, 0, listName.length);
            }
        });
        table.endRows(count);
        tally.close();
    }

    /// The column of the table for each cell of a row, null for the id and for what is ignored.
    private @Nullable RawColumn[] targets(Path file, List<String> header, List<ColumnRole> found) {
        @Nullable RawColumn[] targets = new RawColumn[header.size()];
        for (int i = 0; i < targets.length; i++) {
            ColumnRole role = found.get(i);
            if (role == ColumnRole.ID) {
                requireNew(file, header, found.indexOf(role), i);
            } else if (role != ColumnRole.IGNORED || kept.contains(header.get(i))) {
                RawColumn column = table.column(role, header.get(i));
                requireNew(file, header, Arrays.asList(targets).indexOf(column), i);
                targets[i] = column;
            }
        }
        return targets;
    }

    /// Two cells of a row cannot be one value of a record.
    private static void requireNew(Path file, List<String> header, int first, int second) {
        if (first >= 0 && first != second) {
            throw new ConstanciaException(
                            Problem.BAD_INPUT,
                            "Two columns would be one; give one of them another role, or ignored, in link.yaml")
                    .with("file", file)
                    .with("first", header.get(first) + " (column " + (first + 1) + ")")
                    .with("second", header.get(second) + " (column " + (second + 1) + ")");
        }
    }

    /// Puts all rows into columns, by other threads while the next ones are read; returns how many there
    /// were.
    private static int addRows(CsvRows rows, @Nullable RawColumn[] targets, RowBatch.RowAction each)
            throws IOException {
        RowBatch reading = new RowBatch(targets.length);
        RowBatch free = new RowBatch(targets.length);
        ForkJoinTask<?> before = ForkJoinTask.adapt(() -> {}).fork();
        int count = 0;
        while (rows.next()) {
            reading.add(rows);
            count++;
            if (reading.isFull()) {
                before.join();
                RowBatch full = reading;
                before = ForkJoinTask.adapt(() -> full.addTo(targets, each)).fork();
                reading = free;
                free = full;
            }
        }
        before.join();
        reading.addTo(targets, each);
        return count;
    }

    private static void tellRagged(RowBatch rows, int row, int width, Tally tally) {
        if (rows.isRagged(row)) {
            tally.tell(
                    rows.number(row),
                    "",
                    rows.cells(row) < width
                            ? "fewer cells than the header; the missing ones are blank"
                            : "more cells than the header; the last ones were left out");
        }
    }

    private void addId(RowBatch rows, int row, int idCell, Tally tally) {
        int at = ids.size();
        int distinctBefore = ids.distinct();
        if (idCell >= 0) {
            rows.expect(ids, row, idCell);
            rows.addTo(ids, row, idCell);
        } else {
            ids.addBlank();
        }
        int distinct = ids.distinct();
        if (ids.cell(at) < 0) {
            if (idCell >= 0) {
                tally.tell(rows.number(row), "record_id", "no record id; the row's number was taken");
            }
            replaceId("row-" + (files == 0 ? "" : (files + 1) + "-") + rows.number(row));
        } else if (distinct == distinctBefore) {
            tally.tell(rows.number(row), "record_id", "the record id occurred before; ~ and a number were added");
            String id = ids.textAt(at);
            int copy = 2;
            while (ids.texts().find((id + "~" + copy).getBytes(StandardCharsets.UTF_8)) >= 0) {
                copy++;
            }
            replaceId(id + "~" + copy);
        }
    }

    private void replaceId(String id) {
        ids.replaceLast(id.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> header(CsvRows rows) {
        List<String> header = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < rows.cells(); i++) {
            String name =
                    new String(rows.buffer(), rows.from(i), rows.to(i) - rows.from(i), StandardCharsets.UTF_8).strip();
            header.add(seen.add(name) ? name : name + "#" + (i + 1));
        }
        return header;
    }

    private static void requireEvidence(Path file, List<String> header, List<ColumnRole> found) {
        boolean evidence = found.stream()
                .anyMatch(role -> role != ColumnRole.IGNORED && role != ColumnRole.ID && role != ColumnRole.LIST);
        if (!evidence) {
            throw new ConstanciaException(
                            Problem.NOT_UNDERSTOOD,
                            "No column was recognised; name the columns in link.yaml, or check that the first line is a header")
                    .with("file", file)
                    .with("columns", header);
        }
    }

    /// Tells the first faults of each kind and counts the rest.
    private static final class Tally {
        private final String file;
        private final RawTable table;
        private final Map<String, Integer> counts = new java.util.TreeMap<>();

        Tally(String file, RawTable table) {
            this.file = file;
            this.table = table;
        }

        void tell(long row, String field, String reason) {
            if (counts.merge(reason, 1, Integer::sum) <= TOLD) {
                table.reject(new Rejection(file, row, field, reason));
            }
        }

        void close() {
            counts.forEach((reason, count) -> {
                if (count > TOLD) {
                    table.reject(new Rejection(file, 0, "", reason + " (" + (count - TOLD) + " more rows)"));
                }
            });
        }
    }
}
