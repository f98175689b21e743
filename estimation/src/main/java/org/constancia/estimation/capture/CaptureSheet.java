package org.constancia.estimation.capture;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;

/// What one file says: a table for each stratum and replicate, all with the same lists, and what was set aside.
///
/// @param lists the list columns, in the order of the file
/// @param tables by stratum and replicate, sorted
/// @param notices what the reader did that a careful person would want to know
/// @param rejections rows that were left out
public record CaptureSheet(
        List<String> lists,
        SortedMap<TableKey, CaptureTable> tables,
        List<Notice> notices,
        List<Rejection> rejections) {
    public CaptureSheet {
        lists = List.copyOf(lists);
        tables = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(tables));
        notices = List.copyOf(notices);
        rejections = List.copyOf(rejections);
    }

    /// Something the reader did of its own accord.
    public sealed interface Notice {
        /// The all-zero row carried a count, which is the unknown itself; it was left out.
        record AllZeroRowLeftOut(long row, long count) implements Notice {}

        /// A pattern stood in the file more than once; its counts were added up.
        record PatternAddedUp(String pattern) implements Notice {}

        /// A list has no captures at all and was left out of the estimation.
        record ListWithoutCaptures(String list) implements Notice {}

        /// Rows were left out; they stand in the rejections.
        record RowsLeftOut(int rows) implements Notice {}
    }

    /// Whether the file holds one table only.
    public boolean isSingle() {
        return tables.size() == 1;
    }

    /// The table of a file with neither strata nor replicates.
    public CaptureTable onlyTable() {
        if (!isSingle()) {
            throw new ConstanciaException(Problem.USAGE, "The file holds several tables where one was expected")
                    .with("tables", tables.size());
        }
        return tables.values().iterator().next();
    }

    /// The table of all strata together, for one replicate.
    public CaptureTable pooledOverStrata(String replicate) {
        TreeMap<Integer, Long> sums = new TreeMap<>();
        for (Map.Entry<TableKey, CaptureTable> entry : tables.entrySet()) {
            if (!entry.getKey().replicate().equals(replicate)) continue;
            CaptureTable table = entry.getValue();
            for (int i = 0; i < table.patternCount(); i++) sums.merge(table.pattern(i), table.count(i), Long::sum);
        }
        return CaptureTable.of(lists, sums);
    }

    /// The names of the strata, sorted.
    public List<String> strata() {
        return tables.keySet().stream().map(TableKey::stratum).distinct().toList();
    }

    /// The names of the replicates, sorted.
    public List<String> replicates() {
        return tables.keySet().stream()
                .map(TableKey::replicate)
                .distinct()
                .sorted()
                .toList();
    }
}
