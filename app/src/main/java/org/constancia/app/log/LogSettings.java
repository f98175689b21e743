package org.constancia.app.log;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.evidence.durable.DurableFiles;
import org.constancia.evidence.time.HttpTimestampAuthority;
import org.constancia.evidence.time.TimestampAuthority;
import org.jspecify.annotations.Nullable;

/// How the log of an installation is anchored.
///
/// @param checkpointCopy where the last signed checkpoints are kept besides; best on another disk
/// @param authorities asked for time stamps; none means that nothing leaves this machine
public record LogSettings(Path checkpointCopy, List<TimestampAuthority> authorities) {
    private static final String FILE = "log.properties";

    public LogSettings {
        authorities = List.copyOf(authorities);
    }

    /// As [#configure] left them in the home, or the environment says instead; by default in the home, and offline.
    public static LogSettings usual(Path home) {
        Properties kept = kept(home.resolve(FILE));
        String copy = chosen(kept, "checkpoint-copy", "CONSTANCIA_CHECKPOINT_COPY");
        String tsa = chosen(kept, "tsa", "CONSTANCIA_TSA");
        return new LogSettings(copy.isEmpty() ? home.resolve("checkpoints") : Path.of(copy), authorities(List.of(tsa)));
    }

    /// Keeps settings in the home, for every program that opens it. The copies that exist go to the new place first.
    ///
    /// @param copy null leaves it as it is
    /// @param tsa null leaves it as it is
    public static void configure(Path home, @Nullable Path copy, @Nullable List<String> tsa) {
        Properties kept = kept(home.resolve(FILE));
        if (tsa != null) {
            authorities(tsa);
            kept.setProperty("tsa", String.join(",", tsa));
        }
        try {
            if (copy != null) {
                Path to = copy.toAbsolutePath().normalize();
                copyOver(usual(home).checkpointCopy(), to);
                kept.setProperty("checkpoint-copy", to.toString());
            }
            StringBuilder text = new StringBuilder();
            for (String name : new TreeSet<>(kept.stringPropertyNames())) {
                text.append(name).append('=').append(kept.getProperty(name)).append('\n');
            }
            DurableFiles.createDirectories(home);
            DurableFiles.write(home.resolve(FILE), text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new ConstanciaException(Problem.CANNOT_WRITE_OUTPUT, "The settings could not be kept", failure)
                    .with("home", home);
        }
    }

    private static void copyOver(Path from, Path to) throws IOException {
        DurableFiles.createDirectories(to);
        if (!Files.isDirectory(from) || from.equals(to)) return;
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.exists(target)) continue;
                DurableFiles.createDirectories(
                        to.resolve(from.relativize(file).subpath(0, 1).toString()));
                DurableFiles.write(target, Files.readAllBytes(file));
            }
        }
    }

    private static Properties kept(Path file) {
        Properties kept = new Properties();
        if (!Files.exists(file)) return kept;
        try (Stream<String> lines = Files.lines(file)) {
            lines.filter(line -> line.indexOf('=') > 0)
                    .forEach(line -> kept.setProperty(
                            line.substring(0, line.indexOf('=')).strip(),
                            line.substring(line.indexOf('=') + 1).strip()));
        } catch (IOException failure) {
            throw new ConstanciaException(Problem.STORAGE_FAILED, "The settings of the log cannot be read", failure)
                    .with("file", file);
        }
        return kept;
    }

    private static String chosen(Properties kept, String name, String variable) {
        String given = System.getenv(variable);
        return given == null || given.isBlank() ? kept.getProperty(name, "") : given.strip();
    }

    /// Whether the copies lie on the same disk as the record, where one accident can take both.
    public boolean isOnDiskOf(Path home) {
        try {
            return !Files.exists(checkpointCopy)
                    || Files.getFileStore(checkpointCopy).equals(Files.getFileStore(home));
        } catch (IOException unknown) {
            return true;
        }
    }

    /// Reads `name=address` pairs, or addresses, whose host becomes the name.
    ///
    /// @throws ConstanciaException `USAGE` when one is no http(s) address
    public static List<TimestampAuthority> authorities(List<String> given) {
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(20))
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        return given.stream()
                .flatMap(each -> Stream.of(each.split(",", -1)))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .map(each -> authority(each, client))
                .toList();
    }

    private static TimestampAuthority authority(String given, HttpClient client) {
        int sign = given.indexOf('=');
        boolean isNamed = sign > 0 && !given.substring(0, sign).contains(":");
        try {
            URI address = new URI(isNamed ? given.substring(sign + 1) : given);
            String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
            if (address.getHost() == null || !List.of("http", "https").contains(scheme)) throw wrong(given);
            String name = (isNamed ? given.substring(0, sign) : address.getHost())
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^a-z0-9]+", "-");
            return new HttpTimestampAuthority(name, address, client);
        } catch (URISyntaxException malformed) {
            throw wrong(given);
        }
    }

    private static ConstanciaException wrong(String given) {
        return new ConstanciaException(
                        Problem.USAGE, "A time-stamp authority is given as https://address or name=https://address")
                .with("given", given);
    }
}
