package org.constancia.linkage.write;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Stream;
import org.constancia.linkage.LinkageResult;
import org.constancia.linkage.cluster.ClusterIds;
import org.constancia.linkage.cluster.ScoredPairs;
import org.constancia.linkage.record.DistinctValues;
import org.constancia.linkage.record.People;
import org.constancia.linkage.record.RawColumn;
import org.constancia.linkage.record.Rejection;

/// The tables of a run: `clusters.csv`, `pairs.csv` and, where something was wrong in the data,
/// `rejections.csv`.
public final class ResultFiles {
    private final LinkageResult result;
    private final ClusterIds clusterIds;

    public ResultFiles(LinkageResult result, ClusterIds clusterIds) {
        this.result = result;
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
            for (int record = 0; record < result.people().size(); record++) {
                id(lines, record);
                lines.cell(clusterIds.name(record))
                        .probability(result.clusters().confidence(record))
                        .end();
            }
        }
    }

    private void pairs(OutputStream stream) throws IOException {
        try (CsvLines lines = new CsvLines(stream)) {
            lines.cell("id_l").cell("id_r").cell("probability").end();
            ScoredPairs pairs = result.pairs();
            for (int pair = 0; pair < pairs.size(); pair++) {
                id(lines, pairs.left(pair));
                id(lines, pairs.right(pair));
                lines.probability(pairs.probability(pair)).end();
            }
        }
    }

    private void id(CsvLines lines, int record) throws IOException {
        People people = result.people();
        RawColumn ids = people.raw().columns().getFirst().values();
        DistinctValues texts = ids.texts();
        int cell = ids.cell(record);
        lines.cell(texts.bytes(), texts.from(cell), texts.to(cell));
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
