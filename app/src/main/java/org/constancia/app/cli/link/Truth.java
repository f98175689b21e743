package org.constancia.app.cli.link;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.constancia.linkage.evaluate.ClusterMeasures;
import org.constancia.linkage.evaluate.PairMeasures;
import org.constancia.linkage.read.TextRows;
import org.constancia.linkage.record.DistinctValues;
import org.jspecify.annotations.Nullable;

/// Who is who by a column of the lists, and how far a result's tables say the same. Tables are read row by
/// row and every text is kept once, so that a list of ten million records can be evaluated where it was
/// linked. Records of which only one side tells, or of which the column says nothing, are left out.
final class Truth {
    private static final int NONE = -1;

    private final DistinctValues ids = new DistinctValues();
    private final DistinctValues people = new DistinctValues();
    private int[] personOfId = new int[1 << 10];

    /// Takes in the records of a list.
    ///
    /// @param id the column with the record's id, or null for the usual names
    /// @param column the column that tells the person
    /// @param person what of a cell of it does
    void add(Path list, @Nullable String id, String column, UnaryOperator<String> person) {
        try (TextRows rows = TextRows.open(list)) {
            int idColumn = id != null ? rows.column(id) : rows.column("record_id", "rec_id", "unique_id", "id");
            int personColumn = rows.column(column);
            while (rows.next()) {
                int record = rows.intern(idColumn, ids);
                if (record == personOfId.length) {
                    personOfId = Arrays.copyOf(personOfId, record + (record >> 1));
                }
                String told = person.apply(rows.text(personColumn));
                personOfId[record] = told.isBlank() ? NONE : people.intern(told.getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    /// The clusters of a result against it.
    ClusterMeasures clusters(Path file) {
        int[] clusterOfId = new int[ids.size()];
        Arrays.fill(clusterOfId, NONE);
        DistinctValues names = new DistinctValues();
        try (TextRows rows = TextRows.open(file)) {
            int idColumn = rows.column("record_id");
            int clusterColumn = rows.column("cluster_id");
            while (rows.next()) {
                int record = rows.find(idColumn, ids);
                if (record >= 0) {
                    clusterOfId[record] = rows.intern(clusterColumn, names);
                }
            }
        }
        int[] cluster = new int[ids.size()];
        int[] person = new int[ids.size()];
        int records = 0;
        for (int record = 0; record < clusterOfId.length; record++) {
            if (clusterOfId[record] != NONE && personOfId[record] != NONE) {
                cluster[records] = clusterOfId[record];
                person[records++] = personOfId[record];
            }
        }
        return ClusterMeasures.of(Arrays.copyOf(cluster, records), Arrays.copyOf(person, records));
    }

    /// The scored pairs of a result against it.
    ///
    /// @param truePairs how many pairs of records of one person there are, scored or not
    PairMeasures pairs(Path file, long truePairs) {
        Values same = new Values();
        Values different = new Values();
        try (TextRows rows = TextRows.open(file)) {
            int left = rows.column("id_l");
            int right = rows.column("id_r");
            int probability = rows.column("probability");
            while (rows.next()) {
                int one = person(rows.find(left, ids));
                int other = person(rows.find(right, ids));
                if (one != NONE && other != NONE) {
                    (one == other ? same : different).add(Double.parseDouble(rows.text(probability)));
                }
            }
        }
        return PairMeasures.of(same.toArray(), different.toArray(), truePairs);
    }

    private int person(int id) {
        return id < 0 ? NONE : personOfId[id];
    }

    /// Numbers, as many as come.
    private static final class Values {
        private double[] values = new double[1 << 10];
        private int size;

        void add(double value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size + (size >> 1));
            }
            values[size++] = value;
        }

        double[] toArray() {
            return Arrays.copyOf(values, size);
        }
    }
}
