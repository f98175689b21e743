package org.constancia.app.log;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.evidence.time.HttpTimestampAuthority;
import org.constancia.evidence.time.TimestampAuthority;

/// How the log of an installation is anchored.
///
/// @param checkpointCopy where the last signed checkpoints are kept besides; best on another disk
/// @param authorities asked for time stamps; none means that nothing leaves this machine
public record LogSettings(Path checkpointCopy, List<TimestampAuthority> authorities) {
    public LogSettings {
        authorities = List.copyOf(authorities);
    }

    /// In the home, and offline.
    public static LogSettings usual(Path home) {
        return new LogSettings(home.resolve("checkpoints"), List.of());
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
