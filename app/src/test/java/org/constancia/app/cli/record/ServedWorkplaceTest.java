package org.constancia.app.cli.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.constancia.app.configure.Workplace;
import org.constancia.app.sources.Intake;
import org.constancia.store.postgres.TestDatabase;
import org.constancia.store.record.SourceDoor.Arrival;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// What is served at the start. Every kind of page is opened once, as the launcher's rehearsal does, and the
/// program ends.
final class ServedWorkplaceTest {
    private static final String REHEARSAL = "constancia.rehearsal";

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    @TempDir
    Path home;

    private final StringWriter terminal = new StringWriter();

    @BeforeEach
    void endAfterOneVisit() {
        System.setProperty(REHEARSAL, "true");
    }

    @AfterEach
    void restore() {
        System.clearProperty(REHEARSAL);
    }

    private void serve() {
        int code = new ServedWorkplace(new PrintWriter(terminal), 0)
                .run(DATABASE.location(home), home, ServedWorkplace.Contents.AS_THEY_ARE);
        assertThat(code).isZero();
        assertThat(terminal.toString()).contains("Constancia is at http://");
    }

    @Test
    void aRecordWhoseLogTakesNothingIsServedAndWhatWaitsIsReadWhenItDoesAgain() throws IOException {
        try (Workplace workplace =
                Workplace.open(DATABASE.location(home), home, false, Clock.systemUTC(), line -> {})) {
            workplace
                    .intake()
                    .preserve(
                            new ByteArrayInputStream("Tres personas murieron en Cali.".getBytes(UTF_8)),
                            new Arrival("upload", "a.txt"),
                            "text/plain",
                            Intake.Known.NOTHING);
            workplace.log().sequence();
        }
        Files.move(home.resolve("checkpoints"), home.resolve("elsewhere"));
        serve();
        assertThat(terminal.toString())
                .contains("ALARM: the record is read-only")
                .contains("no copy of its checkpoint outside")
                .contains("Mount the place")
                .doesNotContain("preserved and not yet read");

        Files.move(home.resolve("elsewhere"), home.resolve("checkpoints"));
        serve();
        assertThat(terminal.toString()).contains("read 1 sources that were preserved and not yet read");
    }
}
