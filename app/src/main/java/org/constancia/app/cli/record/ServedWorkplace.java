package org.constancia.app.cli.record;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import org.constancia.app.cli.Rehearsal;
import org.constancia.app.configure.WebServer;
import org.constancia.app.configure.WebSettings;
import org.constancia.app.configure.Workplace;
import org.constancia.evidence.content.Sweep;
import org.constancia.evidence.digest.Sha256;
import org.constancia.evidence.log.LogState;
import org.constancia.store.postgres.DatabaseLocation;

/// Opens the record, finishes what an earlier program left undone, serves the record, and closes both in
/// order when the program is told to end. A record whose log takes nothing is served as it is.
final class ServedWorkplace {
    enum Contents {
        AS_THEY_ARE,
        DEMONSTRATION
    }

    private final PrintWriter terminal;
    private final int port;

    /// @param terminal where progress and the address go
    ServedWorkplace(PrintWriter terminal, int port) {
        this.terminal = terminal;
        this.port = port;
    }

    int run(DatabaseLocation location, Path home, Contents contents) {
        Clock clock = Clock.systemDefaultZone();
        boolean demonstration = contents == Contents.DEMONSTRATION;
        try (Workplace workplace = Workplace.open(location, home, demonstration, clock, this::tell)) {
            if (workplace.log().state() instanceof LogState.ReadOnly halted) tell(halted);
            else finishWhatWasLeft(workplace, demonstration);
            workplace.watchOver();
            WebSettings settings = new WebSettings(
                    port, clock, workplace.isFictional(), WebSettings.builtVersion(), WebSettings.LARGEST_UPLOAD);
            try (WebServer server = WebServer.start(settings, workplace.capabilities())) {
                tell("Constancia is at " + server.address() + "   (Ctrl+C ends it)");
                if (Rehearsal.isOn()) Rehearsal.visit(server.address());
                else waitForTheEnd(server, workplace);
            }
        }
        return 0;
    }

    private void finishWhatWasLeft(Workplace workplace, boolean demonstration) {
        if (demonstration) workplace.demonstration().load();
        int read = workplace.intake().readPending();
        if (read > 0) tell("read " + read + " sources that were preserved and not yet read");
        int compared = workplace.intake().comparePending();
        if (compared > 0) tell("compared " + compared + " sources with the others, for stories told twice");
        tell(workplace.sweep());
    }

    /// Nothing is written then, and no file is moved: what the record lacks may still come from a backup.
    private void tell(LogState.ReadOnly halted) {
        tell("ALARM: the record is read-only. Everything is kept and can be read; nothing new is taken.");
        tell("  " + halted.reason());
        tell("  " + halted.remedy());
    }

    /// Blocks until the program is told to end. The database, which is told too, lets the pages end before
    /// itself.
    private static void waitForTheEnd(WebServer server, Workplace workplace) {
        CountDownLatch ended = new CountDownLatch(1);
        workplace.closeFirst(() -> {
            server.close();
            ended.countDown();
        });
        try {
            ended.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(Sweep sweep) {
        if (!sweep.quarantined().isEmpty()) {
            tell(sweep.quarantined().size() + " files that an interrupted intake left are in quarantine");
        }
        for (Sha256 digest : sweep.missing()) {
            tell("ALARM: the bytes of the preserved item " + digest.hex() + " are missing; restore them from a backup");
        }
    }

    private void tell(String line) {
        terminal.println(line);
        terminal.flush();
    }
}
