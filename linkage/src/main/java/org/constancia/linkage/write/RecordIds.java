package org.constancia.linkage.write;

import java.io.IOException;
import org.constancia.linkage.record.DistinctValues;
import org.constancia.linkage.record.People;
import org.constancia.linkage.record.RawColumn;

/// Writes the ids of records as they were read. Pairs name records from all over the table; [#expect] reads
/// what some of them need all at once, which a processor does much faster than one by one.
final class RecordIds {
    private final RawColumn ids;
    private final DistinctValues texts;

    /// Takes what was read ahead, so that the reading is not optimised away.
    @SuppressWarnings("unused")
    private volatile int touched;

    RecordIds(People people) {
        ids = people.raw().columns().getFirst().values();
        texts = ids.texts();
    }

    void expect(int[] records, int count) {
        int sum = 0;
        for (int i = 0; i < count; i++) {
            sum += texts.from(ids.cell(records[i]));
        }
        for (int i = 0; i < count; i++) {
            sum += texts.bytes()[texts.from(ids.cell(records[i]))];
        }
        touched = sum;
    }

    void write(int record, CsvLines lines) throws IOException {
        int cell = ids.cell(record);
        lines.cell(texts.bytes(), texts.from(cell), texts.to(cell));
    }
}
