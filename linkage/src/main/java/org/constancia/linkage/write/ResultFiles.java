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
        }
        RowPortions.write(stream, result.people().size(), this::clusters);
    }

    private void clusters(int from, int to, CsvLines lines) throws IOException {
        int[] records = new int[TOGETHER];
        for (int first = from; first < to; first += TOGETHER) {
            int count = Math.min(TOGETHER, to - first);
            for (int i = 0; i < count; i++) {
                records[i] = result.people().raw().record(first + i);
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

    private void pairs(OutputStream stream) throws IOException {
        try (CsvLines lines = new CsvLines(stream)) {
            lines.cell("id_l").cell("id_r").cell("probability").end();
        }
        RowPortions.write(stream, result.pairs().size(), this::pairs);
    }

    private void pairs(int from, int to, CsvLines lines) throws IOException {
        ScoredPairs pairs = result.pairs();
        int[] records = new int[2 * TOGETHER];
        for (int first = from; first < to; first += TOGETHER) {
            int count = Math.min(TOGETHER, to - first);
            for (int i = 0; i < count; i++) {
                records[2 * i] = pairs.left(first + i);
                records[2 * i + 1] = pairs.right(first + i);
            }
            ids.expect(records, 2 * count);
            for (int i = 0; i < count; i++) {
                ids.write(records[2 * i], lines);
                ids.write(records[2 * i + 1], lines);
                lines.probability(pairs.probability(first + i)).end();
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
