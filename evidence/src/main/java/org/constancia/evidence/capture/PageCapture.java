package org.constancia.evidence.capture;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.evidence.digest.Sha256;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcDigest;
import org.netpreserve.jwarc.WarcRequest;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcWriter;
import org.netpreserve.jwarc.Warcinfo;

/// Fetches a page and what it needs to be seen (images, styles, scripts) into a WARC file (ISO 28500), byte for
/// byte as it came over the wire. Every address is checked before it is connected to, each redirect anew.
public final class PageCapture {
    private static final Pattern REQUISITE = Pattern.compile(
            "<(?:img|script|source|embed)\\b[^>]*?\\bsrc\\s*=\\s*[\"']?([^\"'\\s>]+)"
                    + "|<link\\b[^>]*?\\bhref\\s*=\\s*[\"']?([^\"'\\s>]+)",
            Pattern.CASE_INSENSITIVE);

    private final Predicate<InetAddress> allowed;
    private final CaptureLimits limits;
    private final Clock clock;

    /// A capture that connects to public addresses only.
    public PageCapture(CaptureLimits limits, Clock clock) {
        this(AddressGuard::isPublic, limits, clock);
    }

    /// A capture with another rule, for networks of one's own.
    public PageCapture(Predicate<InetAddress> allowed, CaptureLimits limits, Clock clock) {
        this.allowed = allowed;
        this.limits = limits;
        this.clock = clock;
    }

    /// What was captured.
    ///
    /// @param page the address of the page after redirects
    /// @param status its HTTP status
    /// @param records how many responses the WARC file holds
    /// @param missing requisites that could not be fetched, and why
    public record Result(URI page, int status, int records, List<String> missing) {
        public Result {
            missing = List.copyOf(missing);
        }
    }

    /// Captures a page and writes the WARC file; the stream stays open.
    ///
    /// @throws ConstanciaException `NOT_PERMITTED` for an address that is not public or not of the web,
    ///     `TOO_LARGE`, `CANCELLED` after the deadline, `INPUT_NOT_FOUND` when the page cannot be reached
    public Result capture(URI target, OutputStream out) {
        try {
            Run run = new Run(
                    new WarcWriter(Channels.newChannel(out)), clock.instant().plus(limits.deadline()));
            return run.page(target);
        } catch (IOException failure) {
            throw new ConstanciaException(Problem.INPUT_NOT_FOUND, "The page could not be fetched", failure)
                    .with("target", target)
                    .with("reason", String.valueOf(failure.getMessage()));
        }
    }

    private final class Run {
        private final WarcWriter warc;
        private final Instant deadline;
        private final GuardedConnection connection = new GuardedConnection(allowed, limits, clock);
        private long left = limits.total();
        private int records;

        private Run(WarcWriter warc, Instant deadline) {
            this.warc = warc;
            this.deadline = deadline;
        }

        private Result page(URI target) throws IOException {
            warc.write(new Warcinfo.Builder()
                    .date(clock.instant())
                    .fields(Map.of("software", List.of("constancia"), "format", List.of("WARC File Format 1.1")))
                    .build());
            List<String> missing = new ArrayList<>();
            URI place = target;
            for (int redirect = 0; redirect <= limits.redirects(); redirect++) {
                HttpResponse response = exchange(place);
                Optional<URI> next = redirect(place, response);
                if (next.isPresent()) {
                    place = next.get();
                    continue;
                }
                for (URI requisite : requisites(place, response)) {
                    try {
                        follow(requisite);
                    } catch (IOException | ConstanciaException | IllegalArgumentException failure) {
                        missing.add(requisite + ": " + failure.getMessage());
                    }
                }
                return new Result(place, response.status(), records, missing);
            }
            throw new ConstanciaException(Problem.INPUT_NOT_FOUND, "The page redirects without end")
                    .with("target", target);
        }

        private void follow(URI requisite) throws IOException {
            URI place = requisite;
            for (int redirect = 0; redirect <= limits.redirects(); redirect++) {
                Optional<URI> next = redirect(place, exchange(place));
                if (next.isEmpty()) {
                    return;
                }
                place = next.get();
            }
        }

        private HttpResponse exchange(URI place) throws IOException {
            Instant now = clock.instant();
            GuardedConnection.Exchange exchange = connection.fetch(place, Math.min(left, limits.bytes()), deadline);
            byte[] bytes = exchange.response();
            left -= bytes.length;
            HttpResponse response = parse(bytes);
            WarcResponse written = new WarcResponse.Builder(place)
                    .date(now)
                    .ipAddress(exchange.address())
                    .body(MediaType.HTTP_RESPONSE, bytes)
                    .blockDigest(new WarcDigest("sha256", Sha256.digestOf(bytes).bytes()))
                    .build();
            warc.write(written);
            warc.write(new WarcRequest.Builder(place)
                    .date(now)
                    .concurrentTo(written.id())
                    .body(MediaType.HTTP_REQUEST, exchange.request())
                    .build());
            records++;
            return response;
        }
    }

    private static HttpResponse parse(byte[] bytes) throws IOException {
        return HttpResponse.parse(Channels.newChannel(new ByteArrayInputStream(bytes)));
    }

    private static Optional<URI> redirect(URI place, HttpResponse response) {
        Optional<String> location = response.headers().first("Location");
        boolean redirects = response.status() >= 300 && response.status() < 400 && location.isPresent();
        return redirects ? Optional.of(place.resolve(location.get())) : Optional.empty();
    }

    private Set<URI> requisites(URI place, HttpResponse response) throws IOException {
        Set<URI> requisites = new LinkedHashSet<>();
        if (!response.headers().first("Content-Type").orElse("").startsWith("text/html")) {
            return requisites;
        }
        String html = new String(response.bodyDecoded().stream().readAllBytes(), StandardCharsets.ISO_8859_1);
        Matcher matcher = REQUISITE.matcher(html);
        while (matcher.find() && requisites.size() < limits.requisites()) {
            String reference = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
            try {
                URI address = place.resolve(reference.replace("&amp;", "&"));
                requisites.add(new URI(address.getScheme(), address.getSchemeSpecificPart(), null));
            } catch (IllegalArgumentException | URISyntaxException malformed) {
                // A browser would not fetch it either.
            }
        }
        return requisites;
    }
}
