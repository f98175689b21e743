package org.constancia.app.cli.link;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.constancia.linkage.read.SmallTable;

/// `clusters.csv` of an earlier run: the cluster of every record id.
final class ClustersFile {
    private ClustersFile() {}

    static Map<String, String> read(Path file) {
        SmallTable table = SmallTable.read(file);
        int record = table.column("record_id");
        int cluster = table.column("cluster_id");
        Map<String, String> clusters = new HashMap<>();
        for (List<String> row : table.rows()) {
            clusters.put(row.get(record), row.get(cluster));
        }
        return clusters;
    }
}
