package org.constancia.e2e;

import java.nio.file.Path;
import java.time.Clock;
import org.constancia.app.configure.WebServer;
import org.constancia.app.configure.WebSettings;
import org.constancia.app.configure.Workplace;
import org.constancia.store.postgres.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// A real record, empty at first, with its pages and a browser, for the tests of one class. The class fills it.
abstract class RecordSite {
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    @TempDir
    static Path home;

    static Chromium chromium;
    static Workplace workplace;
    static WebServer server;

    @BeforeAll
    static void openTheSite() {
        chromium = Chromium.open();
        workplace = Workplace.open(DATABASE.location(home), home, true, Clock.systemUTC(), line -> {});
        server =
                WebServer.start(new WebSettings(0, Clock.systemUTC(), true, "test", 1 << 20), workplace.capabilities());
    }

    @AfterAll
    static void closeTheSite() {
        if (server != null) server.close();
        if (workplace != null) workplace.close();
        if (chromium != null) chromium.close();
    }
}
