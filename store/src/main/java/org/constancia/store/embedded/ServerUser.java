package org.constancia.store.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import java.util.stream.Stream;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;

/// Under which user the server's programs run. PostgreSQL refuses to run as root, so root puts a prefix before each
/// command.
sealed interface ServerUser {
    List<String> prefix();

    /// Gives the user the directory it works in.
    void takeOver(ClusterFiles files, Path... more) throws IOException;

    /// An ordinary user runs the server as itself.
    record Self() implements ServerUser {
        @Override
        public List<String> prefix() {
            return List.of();
        }

        @Override
        public void takeOver(ClusterFiles files, Path... more) {}
    }

    /// Root in a user namespace without a mapping: PostgreSQL sees nobody, the kernel still sees the owner of the
    /// files, and process numbers stay those of the host.
    record UserNamespace() implements ServerUser {
        @Override
        public List<String> prefix() {
            return List.of("unshare", "-U");
        }

        @Override
        public void takeOver(ClusterFiles files, Path... more) {}
    }

    /// Root as somebody else: as nobody where user namespaces are forbidden (many containers), or as the user who
    /// made the cluster.
    record Other(String name, String group) implements ServerUser {
        @Override
        public List<String> prefix() {
            return List.of("setpriv", "--reuid=" + name, "--regid=" + group, "--clear-groups");
        }

        /// Opens the way to the working directory, without making the home readable.
        @Override
        public void takeOver(ClusterFiles files, Path... more) throws IOException {
            Files.setPosixFilePermissions(files.home(), PosixFilePermissions.fromString("rwx--x--x"));
            UserPrincipal user =
                    files.home().getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(name);
            Files.setOwner(files.db(), user);
            for (Path path : more) {
                Files.setOwner(path, user);
            }
        }
    }

    /// The first way that works on this machine for this cluster.
    static ServerUser of(ClusterFiles files) throws IOException {
        if (!System.getProperty("user.name").equals("root")) {
            return new Self();
        }
        return candidates(files)
                .filter(ServerUser::works)
                .findFirst()
                .orElseThrow(() -> new ConstanciaException(
                        Problem.DATABASE_UNAVAILABLE,
                        "PostgreSQL does not run as root, and neither unshare nor setpriv works here;"
                                + " run Constancia as an ordinary user"));
    }

    private static Stream<ServerUser> candidates(ClusterFiles files) throws IOException {
        if (Files.exists(files.cluster())) {
            PosixFileAttributes cluster =
                    Files.readAttributes(files.cluster(), PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (!cluster.owner().getName().equals("root")) {
                return Stream.of(
                        new Other(cluster.owner().getName(), cluster.group().getName()));
            }
        }
        return Stream.of(new UserNamespace(), new Other("nobody", "nogroup"));
    }

    /// Whether a command with the prefix runs, and not as root.
    private boolean works() {
        return Command.runs(
                Command.prefixed(this, "id", "-u"), output -> !output.strip().equals("0"));
    }
}
