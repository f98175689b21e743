package org.constancia.app.chart;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/// Draws charts: Vega and Vega-Lite run inside a JavaScript context that reaches neither the machine nor the network.
///
/// One context on one thread, made when the first chart is asked for (or by [#warm()]), since loading takes seconds
/// and a drawing takes a fraction of one. Drawings are kept by the hash of their specification: the same specification
/// gives the same bytes.
public final class Charts implements AutoCloseable {
    private static final int KEPT = 256;
    private static final String PRELUDE = """
            globalThis.self = globalThis;
            globalThis.structuredClone = value => value === undefined ? undefined : JSON.parse(JSON.stringify(value));
            globalThis.setTimeout = run => { run(); return 0; };
            globalThis.clearTimeout = () => {};
            """;
    private static final String DRAW = """
            (text, done) => {
              const view = new vega.View(vega.parse(vegaLite.compile(JSON.parse(text)).spec), {renderer: 'none'});
              const drawn = {};
              view.toSVG().then(svg => { drawn.svg = svg; }, failure => { drawn.failure = String(failure); });
              return drawn;
            }
            """;

    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("charts").factory());
    private final Map<String, String> drawings = Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > KEPT;
        }
    });

    // Confined to `thread`.
    private @Nullable Context context;
    private @Nullable Value draw;

    /// Loads the engine in the background.
    public void warm() {
        thread.execute(this::engine);
    }

    /// The chart as an SVG element without an XML prologue, ready to stand in a page.
    ///
    /// @throws ConstanciaException with [Problem#BUG] when the specification cannot be drawn
    public String svg(Chart chart) {
        String hash = hash(chart.specification());
        String known = drawings.get(hash);
        if (known != null) return known;
        String drawn = await(chart);
        drawings.put(hash, drawn);
        return drawn;
    }

    private String await(Chart chart) {
        try {
            return thread.submit(() -> drawNow(chart)).get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ConstanciaException(Problem.CANCELLED, "The chart was not waited for", interrupted);
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof ConstanciaException known) throw known;
            throw new ConstanciaException(Problem.BUG, "The chart cannot be drawn", failure.getCause());
        }
    }

    private String drawNow(Chart chart) {
        try {
            Value drawn = engine().execute(chart.specification());
            Value svg = drawn.getMember("svg");
            if (svg == null) {
                throw new ConstanciaException(Problem.BUG, "The chart cannot be drawn")
                        .with("failure", String.valueOf(drawn.getMember("failure")));
            }
            return svg.asString();
        } catch (PolyglotException failure) {
            throw new ConstanciaException(Problem.BUG, "The chart cannot be drawn", failure);
        }
    }

    private Value engine() {
        if (draw == null) {
            Context fresh = Context.newBuilder("js")
                    .allowHostAccess(HostAccess.NONE)
                    .option("engine.WarnInterpreterOnly", "false")
                    .build();
            context = fresh;
            fresh.eval("js", PRELUDE);
            fresh.eval(library("vega-6.4.0/vega.min.js"));
            fresh.eval(library("vega-lite-6.4.3/vega-lite.min.js"));
            draw = fresh.eval("js", DRAW);
        }
        return draw;
    }

    private static Source library(String name) {
        try (InputStream resource = Objects.requireNonNull(Charts.class.getResourceAsStream("vendor/" + name), name)) {
            String text = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
            return Source.newBuilder("js", text, name).buildLiteral();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String hash(String specification) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(specification.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        thread.execute(() -> {
            if (context != null) context.close();
        });
        thread.shutdown();
    }
}
