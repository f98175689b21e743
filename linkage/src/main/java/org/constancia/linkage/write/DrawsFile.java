package org.constancia.linkage.write;

import java.io.IOException;
import java.io.OutputStream;
import org.constancia.linkage.LinkageResult;
import org.constancia.linkage.cluster.PartitionSampler;

/// `draws.csv`: for every record, and each of several draws of the partition, the id of the draw's smallest
/// record in its cluster.
public final class DrawsFile {
    private final LinkageResult result;
    private final int draws;
    private final long seed;

    public DrawsFile(LinkageResult result, int draws, long seed) {
        this.result = result;
        this.draws = draws;
        this.seed = seed;
    }

    public void writeTo(OutputStream stream) throws IOException {
        PartitionSampler sampler = new PartitionSampler(result.clusters(), result.pairs(), result.constraints(), seed);
        int[][] partitions = new int[draws][];
        try (CsvLines lines = new CsvLines(stream)) {
            lines.cell("record_id");
            for (int draw = 0; draw < draws; draw++) {
                partitions[draw] = sampler.draw();
                lines.cell("draw_" + (draw + 1));
            }
            lines.end();
            for (int row = 0; row < result.people().size(); row++) {
                int record = result.people().raw().record(row);
                lines.cell(result.people().id(record));
                for (int[] partition : partitions) {
                    lines.cell(result.people().id(partition[record]));
                }
                lines.end();
            }
        }
    }
}
