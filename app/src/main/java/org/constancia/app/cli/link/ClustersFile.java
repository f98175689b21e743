package org.constancia.app.cli.link;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.constancia.linkage.read.TextRows;

/// `clusters.csv` of an earlier run: the cluster of every record id.
final class ClustersFile {
    private ClustersFile() {}

    static Map<String, String> read(Path file) {
        Map<String, String> clusters = new HashMap<>();
        try (TextRows rows = TextRows.open(file)) {
            int record = rows.column("record_id");
            int cluster = rows.column("cluster_id");
            while (rows.next()) {
                clusters.put(rows.text(record), rows.text(cluster));
            }
        }
        return clusters;
    }
}
