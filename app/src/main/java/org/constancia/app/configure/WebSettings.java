package org.constancia.app.configure;

import java.time.Clock;

/// How the web server runs.
///
/// @param port 0 takes a free one
/// @param clock its zone is the one in which times are shown
/// @param fictional the collection is the demonstration: every page says so
/// @param largestUpload in bytes
public record WebSettings(int port, Clock clock, boolean fictional, String version, long largestUpload) {

    /// 128 MiB, beyond which a file is refused before it is stored.
    public static final long LARGEST_UPLOAD = 128L << 20;

    /// The version of this build, from the jar it runs from.
    public static String builtVersion() {
        String version = WebSettings.class.getPackage().getImplementationVersion();
        return version == null ? "" : version;
    }
}
