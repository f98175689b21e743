package org.constancia.e2e;

import org.constancia.app.web.SampleServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/// The pages of the sample record and a browser, for the tests of one class.
abstract class SampleSite {
    static SampleServer server;
    static Chromium chromium;

    @BeforeAll
    static void open() {
        chromium = Chromium.open();
        server = SampleServer.start();
    }

    @AfterAll
    static void close() {
        if (server != null) server.close();
        if (chromium != null) chromium.close();
    }
}
