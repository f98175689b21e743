package org.constancia.linkage.write;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Stream;
import org.constancia.linkage.LinkageResult;
import org.constancia.linkage.cluster.ClusterIds;
import org.constancia.linkage.cluster.ScoredPairs;
import org.constancia.linkage.record.Rejection;

/// The tables of a run: `clusters.csv`, `pairs.csv` and, where something was wrong in the data,
/// `rejections.csv`.
public final class ResultFiles {
    private static final int TOGETHER = 256;

    private final LinkageResult result;
    private final ClusterIds clusterIds;
    private final RecordIds ids;

    public ResultFiles(LinkageResult result, ClusterIds clusterIds) {
        this.result = result;
        ids = new RecordIds(result.people());
        this.clusterIds = clusterIds;
    }

    /// Writes all tables, by several threads.
    public void writeTo(OutputFolder folder) {
        List<Rejection> rejections = result.people().raw().rejections();
        Stream.<Runnable>of(
                        () -> folder.write("clusters.csv", this::clusters),
                        () -> folder.write("pairs.csv", this::pairs),
                        () -> {
                            if (!rejections.isEmpty()) {
                                folder.write("rejections.csv", stream -> rejections(stream, rejections));
                            }
                        })
                .parallel()
                .forEach(Runnable::run);
    }

    private void clusters(OutputStream stream) throws IOException {
        try (CsvLines lines = new CsvLines(stream)) {
            lines.cell("record_id").cell("cluster_id").cell("confidence").end();
            int[] records = new int[TOGETHER];
            int size = result.people().size();
            for (int from = 0; from < size; from += TOGETHER) {
                int count = Math.min(TOGETHER, size - from);
                for (int i = 0; i < count; i++) {
                    records[i] = result.people().raw().record(from + i);
                }
                ids.expect(records, count);
                for (int i = 0; i < count; i++) {
                    ids.write(records[i], lines);
                    lines.cell(clusterIds.name(records[i]))
                            .probability(result.clusters().confidence(records[i]))
                            .end();
                }
            }
        }
    }

    private void pairs(OutputStream stream) throws IOException {
        try (CsvLines lines = new CsvLines(stream)) {
            lines.cell("id_l").cell("id_r").cell("probability").end();
            ScoredPairs pairs = result.pairs();
            int[] records = new int[2 * TOGETHER];
            for (int from = 0; from < pairs.size(); from += TOGETHER) {
                int count = Math.min(TOGETHER, pairs.size() - from);
                for (int i = 0; i < count; i++) {
                    records[2 * i] = pairs.left(from + i);
                    records[2 * i + 1] = pairs.right(from + i);
                }
                ids.expect(records, 2 * count);
                for (int i = 0; i < count; i++) {
                    ids.write(records[2 * i], lines);
                    ids.write(records[2 * i + 1], lines);
                    lines.probability(pairs.probability(from + i)).end();
                }
            }
        }
    }

    private static void rejections(OutputStream stream, List<Rejection> rejections) throws IOException {
        try (CsvLines lines = new CsvLines(stream)) {
            lines.cell("file").cell("row").cell("field").cell("reason").end();
            for (Rejection rejection : rejections) {
                lines.cell(rejection.file())
                        .cell(Long.toString(rejection.row()))
                        .cell(rejection.field())
                        .cell(rejection.reason())
                        .end();
            }
        }
    }
}
