package org.constancia.linkage.write;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.constancia.linkage.LinkageResult;
import org.constancia.linkage.record.ColumnRole;
import org.constancia.linkage.record.RawTable;

/// `review.csv`: pairs to be judged, both records side by side, an empty verdict, and no probability, so that
/// reviewers judge blind. Given back with its verdicts (`same`, `different`, `unsure`) it is the file for
/// `--labels`; for a double review two people fill in a copy each, and both copies are given back in one file
/// with the reviewer's name.
public final class ReviewFile {
    private final LinkageResult result;
    private final List<Integer> pairs;

    /// @param pairs numbers of the scored pairs, in the order in which to show them
    public ReviewFile(LinkageResult result, List<Integer> pairs) {
        this.result = result;
        this.pairs = List.copyOf(pairs);
    }

    public void writeTo(OutputStream stream) throws IOException {
        try (CsvLines lines = new CsvLines(stream)) {
            List<RawTable.Column> columns = result.people().raw().columns().stream()
                    .filter(column -> column.role() != ColumnRole.ID && column.role() != ColumnRole.IGNORED)
                    .toList();
            lines.cell("id_l").cell("id_r").cell("verdict").cell("reviewer");
            for (RawTable.Column column : columns) {
                lines.cell(column.values().name() + "_l").cell(column.values().name() + "_r");
            }
            lines.end();
            for (int pair : pairs) {
                int left = result.pairs().left(pair);
                int right = result.pairs().right(pair);
                lines.cell(result.people().id(left))
                        .cell(result.people().id(right))
                        .cell("")
                        .cell("");
                for (RawTable.Column column : columns) {
                    lines.cell(column.values().textAt(left))
                            .cell(column.values().textAt(right));
                }
                lines.end();
            }
        }
    }
}
