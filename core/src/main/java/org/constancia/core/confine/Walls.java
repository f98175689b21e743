package org.constancia.core.confine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// What a system offers to keep a program in: the words that stand before its command.
///
/// Whatever the walls, the program has a memory limit, a deadline and no environment; these add what only the system
/// can
/// forbid.
public enum Walls {
    /// No network, no other processes, and nothing to write to but its room (bubblewrap).
    BUBBLEWRAP,
    /// No network, in a user name space of its own.
    NO_NETWORK,
    /// None: a system without name spaces, or one that forbids them.
    NONE;

    /// The strongest that this machine grants, tried once.
    public static Walls strongest() {
        return Found.STRONGEST;
    }

    private static final class Found {
        private static final Walls STRONGEST = find();

        private static Walls find() {
            Path anywhere = Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath();
            for (Walls walls : List.of(BUBBLEWRAP, NO_NETWORK)) {
                List<String> probe = new ArrayList<>(walls.words(anywhere));
                probe.add("true");
                if (succeeds(probe)) return walls;
            }
            return NONE;
        }
    }

    /// @param room the only folder that may be written to
    List<String> words(Path room) {
        return switch (this) {
            case BUBBLEWRAP ->
                List.of(
                        "bwrap",
                        "--ro-bind",
                        "/",
                        "/",
                        "--dev",
                        "/dev",
                        "--proc",
                        "/proc",
                        "--bind",
                        room.toString(),
                        room.toString(),
                        "--unshare-net",
                        "--unshare-pid",
                        "--unshare-ipc",
                        "--die-with-parent",
                        "--new-session",
                        "--chdir",
                        room.toString());
            case NO_NETWORK -> List.of("unshare", "--user", "--map-root-user", "--net");
            case NONE -> List.of();
        };
    }

    static boolean succeeds(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (process.waitFor(10, TimeUnit.SECONDS)) return process.exitValue() == 0;
            process.destroyForcibly();
            return false;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
