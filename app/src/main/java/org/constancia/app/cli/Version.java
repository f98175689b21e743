package org.constancia.app.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/// The version of this build, from the jar it runs from.
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("(not packaged)");
        return new String[] {"constancia " + version, "Java " + Runtime.version()};
    }
}
