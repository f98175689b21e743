package org.constancia.app.cli.link;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.linkage.read.SmallTable;
import org.constancia.linkage.review.Label;
import org.constancia.linkage.review.Labels;
import org.constancia.linkage.review.Verdict;

/// Reviewed pairs: `id_l,id_r,verdict[,reviewer]`, with `same`, `different` or `unsure`; rows without a
/// verdict are pairs nobody judged yet.
final class LabelFile {
    private LabelFile() {}

    /// Reads the labels of records that are in `numbers`; a pair with a record that is not there is left out
    /// and counted.
    ///
    /// @param numbers the record number of every id
    static Labels read(Path file, Map<String, Integer> numbers, List<String> unknown) {
        SmallTable table = SmallTable.read(file);
        int left = table.column("id_l", "left", "record_id_l", "unique_id_l", "id1");
        int right = table.column("id_r", "right", "record_id_r", "unique_id_r", "id2");
        int verdict = table.column("verdict", "label", "match", "is_match", "clerical_match_score");
        int reviewer = table.has("reviewer") ? table.column("reviewer") : -1;
        List<Label> labels = new ArrayList<>();
        for (List<String> row : table.rows()) {
            if (row.get(verdict).isEmpty()) {
                continue;
            }
            Optional<Verdict> parsed = Verdict.parse(row.get(verdict));
            if (parsed.isEmpty()) {
                throw new ConstanciaException(Problem.BAD_INPUT, "A verdict is none of same, different, unsure")
                        .with("file", file)
                        .with("verdict", row.get(verdict));
            }
            Integer one = numbers.get(row.get(left));
            Integer other = numbers.get(row.get(right));
            if (one == null || other == null || one.equals(other)) {
                unknown.add(row.get(left) + "," + row.get(right));
            } else {
                labels.add(new Label(one, other, parsed.get(), reviewer < 0 ? "" : row.get(reviewer)));
            }
        }
        return new Labels(labels);
    }
}
