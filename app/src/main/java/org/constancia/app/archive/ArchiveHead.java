package org.constancia.app.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.store.archive.ArchivedTable;
import org.constancia.store.archive.Snapshot;
import org.constancia.store.postgres.Schema;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The first entry of an archive: what the others are, so that they can be loaded as they come.
///
/// @param format [#FORMAT]
/// @param made when the snapshot was taken
/// @param schema the migrations that made the tables
/// @param tables in the order in which they are loaded
/// @param sequences the last number each gave
/// @param log the number of the last log; 0 when there is none
/// @param checkpoint that log's last signed checkpoint of which the database knew; null when there is none
public record ArchiveHead(
        String format,
        Instant made,
        Schema schema,
        List<ArchivedTable> tables,
        Map<String, Long> sequences,
        Snapshot.Figures figures,
        int log,
        @Nullable String checkpoint) {
    /// The name and version of the format.
    public static final String FORMAT = "constancia archive 1";

    static final String ENTRY = "archive.json";

    private static final JsonMapper JSON = JsonMapper.shared();

    void writeTo(OutputStream out) throws IOException {
        out.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this));
    }

    static ArchiveHead read(InputStream in) {
        ArchiveHead head;
        try {
            head = JSON.readValue(in, ArchiveHead.class);
        } catch (JacksonException malformed) {
            throw new ConstanciaException(Problem.BAD_INPUT, "This is not an archive of Constancia", malformed);
        }
        if (!FORMAT.equals(head.format())) {
            throw new ConstanciaException(
                            Problem.BAD_INPUT,
                            "The archive has a format this Constancia does not know; take a newer one")
                    .with("format", String.valueOf(head.format()));
        }
        return head;
    }
}
