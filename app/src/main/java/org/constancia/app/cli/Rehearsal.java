package org.constancia.app.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;

/// A run of the web server in which every kind of page is opened once and which then ends. The launcher has Java record
/// it, on a home of its own and in the background, so that later starts find their classes loaded and linked (JEP 514).
///
/// A command that serves pages asks [#isOn] once it listens; if so, it calls [#visit] and ends.
public final class Rehearsal {
    private static final int MOST_PAGES = 40;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"#]+)");

    private Rehearsal() {}

    /// Whether the launcher started this program to have it recorded.
    public static boolean isOn() {
        return Boolean.getBoolean("constancia.rehearsal");
    }

    /// Opens the page at the address and, nearest first, what it links to on the same server.
    ///
    /// @return the addresses opened, in order; at most 40
    public static Set<URI> visit(URI start) {
        Set<URI> visited = new LinkedHashSet<>();
        Deque<URI> waiting = new ArrayDeque<>(Set.of(start));
        try (HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(PATIENCE)
                .build()) {
            while (!waiting.isEmpty() && visited.size() < MOST_PAGES) {
                URI page = waiting.remove();
                if (visited.add(page)) {
                    addLinks(page, read(client, page), waiting);
                }
            }
        }
        return visited;
    }

    private static String read(HttpClient client, URI page) {
        try {
            return client.send(HttpRequest.newBuilder(page).timeout(PATIENCE).build(), BodyHandlers.ofString())
                    .body();
        } catch (IOException failure) {
            throw new ConstanciaException(Problem.BUG, "A page could not be opened", failure).with("page", page);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ConstanciaException(Problem.CANCELLED, "Interrupted while opening pages", interrupted);
        }
    }

    private static void addLinks(URI page, String text, Deque<URI> waiting) {
        Matcher link = LINK.matcher(text);
        while (link.find()) {
            URI target = page.resolve(link.group(1).replace("&amp;", "&"));
            if (page.getAuthority().equals(target.getAuthority())) {
                waiting.add(target);
            }
        }
    }
}
