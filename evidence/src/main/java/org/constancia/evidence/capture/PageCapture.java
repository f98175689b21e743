package org.constancia.evidence.capture;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.SocketFactory;
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
    private static final int LARGEST_TEXT = 16 << 20;
    private static final Pattern REQUISITE = Pattern.compile(
            "<(?:img|script|source|embed)\\b[^>]*?\\bsrc\\s*=\\s*[\"']?([^\"'\\s>]+)"
                    + "|<link\\b[^>]*?\\bhref\\s*=\\s*[\"']?([^\"'\\s>]+)",
            Pattern.CASE_INSENSITIVE);

    /// Addresses in a style sheet: images, fonts, other sheets.
    private static final Pattern STYLE =
            Pattern.compile("url\\(\\s*[\"']?([^\"')\\s]+)|@import\\s+[\"']([^\"']+)", Pattern.CASE_INSENSITIVE);

    private final Gate gate;
    private final Resolver resolver;
    private final SocketFactory sockets;
    private final CaptureLimits limits;
    private final Clock clock;

    /// A capture that connects to public addresses only.
    public PageCapture(CaptureLimits limits, Clock clock) {
        this(Gate.publicOnly(), Resolver.ofThisMachine(), limits, clock);
    }

    /// A capture with another rule, for networks of one's own.
    public PageCapture(Gate gate, Resolver resolver, CaptureLimits limits, Clock clock) {
        this(gate, resolver, SocketFactory.getDefault(), limits, clock);
    }

    PageCapture(Gate gate, Resolver resolver, SocketFactory sockets, CaptureLimits limits, Clock clock) {
        this.gate = gate;
        this.resolver = resolver;
        this.sockets = sockets;
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
        private final GuardedConnection connection = new GuardedConnection(gate, resolver, sockets, limits, clock);
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
                fetchRequisites(place, response, missing);
                return new Result(place, response.status(), records, missing);
            }
            throw new ConstanciaException(Problem.INPUT_NOT_FOUND, "The page redirects without end")
                    .with("target", target);
        }

        /// What the page needs, and what its style sheets need in their turn.
        private void fetchRequisites(URI place, HttpResponse page, List<String> missing) throws IOException {
            Set<URI> known = new LinkedHashSet<>(addresses(place, page));
            Deque<URI> open = new ArrayDeque<>(known);
            while (!open.isEmpty()) {
                URI requisite = open.removeFirst();
                try {
                    for (URI further : follow(requisite)) {
                        if (known.size() < limits.requisites() && known.add(further)) open.addLast(further);
                    }
                } catch (IOException | ConstanciaException | IllegalArgumentException failure) {
                    missing.add(requisite + ": " + failure.getMessage());
                }
            }
        }

        /// @return what a style sheet refers to; nothing for anything else
        private Set<URI> follow(URI requisite) throws IOException {
            URI place = requisite;
            for (int redirect = 0; redirect <= limits.redirects(); redirect++) {
                HttpResponse response = exchange(place);
                Optional<URI> next = redirect(place, response);
                if (next.isEmpty()) return isStyle(response) ? addresses(place, response) : Set.of();
                place = next.get();
            }
            return Set.of();
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
        try {
            return HttpResponse.parse(Channels.newChannel(new ByteArrayInputStream(bytes)));
        } catch (RuntimeException malformed) {
            // jwarc throws unchecked exceptions for some malformed headers.
            throw new IOException("the answer is no HTTP", malformed);
        }
    }

    private static Optional<URI> redirect(URI place, HttpResponse response) {
        Optional<String> location = response.headers().first("Location");
        boolean redirects = response.status() >= 300 && response.status() < 400 && location.isPresent();
        if (!redirects) return Optional.empty();
        try {
            return Optional.of(place.resolve(new URI(location.get())));
        } catch (URISyntaxException malformed) {
            throw new ConstanciaException(Problem.NOT_PERMITTED, "The page redirects to what is no address", malformed)
                    .with("target", place);
        }
    }

    private static boolean isType(HttpResponse response, String type) {
        return response.headers()
                .first("Content-Type")
                .orElse("")
                .toLowerCase(Locale.ROOT)
                .startsWith(type);
    }

    private static boolean isStyle(HttpResponse response) {
        return isType(response, "text/css");
    }

    private Set<URI> addresses(URI place, HttpResponse response) throws IOException {
        Set<URI> addresses = new LinkedHashSet<>();
        boolean page = isType(response, "text/html") || isType(response, "application/xhtml");
        if (!page && !isStyle(response)) return addresses;
        String text = new String(response.bodyDecoded().stream().readNBytes(LARGEST_TEXT), StandardCharsets.ISO_8859_1);
        List<Pattern> patterns = page ? List.of(REQUISITE, STYLE) : List.of(STYLE);
        for (Pattern pattern : patterns) {
            Matcher matcher = pattern.matcher(text);
            while (matcher.find() && addresses.size() < limits.requisites()) {
                String reference = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
                address(place, reference).ifPresent(addresses::add);
            }
        }
        return addresses;
    }

    /// Empty for what is no address of the web, such as `data:` and what a browser would not fetch either.
    private static Optional<URI> address(URI place, String reference) {
        try {
            URI address = place.resolve(reference.replace("&amp;", "&"));
            if (!"http".equalsIgnoreCase(address.getScheme()) && !"https".equalsIgnoreCase(address.getScheme())) {
                return Optional.empty();
            }
            String whole = address.toString();
            int fragment = whole.indexOf('#');
            return Optional.of(fragment < 0 ? address : new URI(whole.substring(0, fragment)));
        } catch (IllegalArgumentException | URISyntaxException malformed) {
            return Optional.empty();
        }
    }
}
