package org.constancia.app.cli.evidence;

import java.io.PrintWriter;

/// Progress on a terminal: `12 of 340`, over and over on one line. Says nothing where nobody looks.
record TerminalCount(PrintWriter err) {
    void show(int done, int of) {
        if (System.console() == null) return;
        err.printf("\r%d of %d%s", done, of, done == of ? "\n" : "");
        err.flush();
    }
}
