package org.constancia.app.cli.estimate;

import java.util.Objects;

/// The version of this program, for the record of a run.
final class Version {
    private Version() {}

    static String current() {
        return Objects.requireNonNullElse(Version.class.getPackage().getImplementationVersion(), "development");
    }
}
