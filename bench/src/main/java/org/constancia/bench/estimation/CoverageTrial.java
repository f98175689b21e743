package org.constancia.bench.estimation;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// One interval on one simulated table.
///
/// @param scenario its place in [Scenario#all]
/// @param replicate the number of the table
/// @param method who made the interval
/// @param refused whether the verdict would have withheld it
record CoverageTrial(
        int scenario, int replicate, String method, boolean refused, double median, double lower, double upper) {
    static final String HEADER = "scenario,replicate,method,refused,median,lower,upper\n";

    static List<CoverageTrial> readAll(Path file) throws IOException {
        List<CoverageTrial> trials = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : rows) {
                trials.add(new CoverageTrial(
                        Integer.parseInt(row.getField("scenario")),
                        Integer.parseInt(row.getField("replicate")),
                        row.getField("method"),
                        Boolean.parseBoolean(row.getField("refused")),
                        Double.parseDouble(row.getField("median")),
                        Double.parseDouble(row.getField("lower")),
                        Double.parseDouble(row.getField("upper"))));
            }
        }
        return trials;
    }

    String line() {
        return "%d,%d,%s,%b,%s,%s,%s%n".formatted(scenario, replicate, method, refused, median, lower, upper);
    }

    boolean covers(double truth) {
        return lower <= truth && truth <= upper;
    }
}
