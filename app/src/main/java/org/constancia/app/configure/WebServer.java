package org.constancia.app.configure;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.constancia.app.chart.Charts;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/// The running web server. It listens on the loopback address only; closing it lets requests under way finish.
public final class WebServer implements AutoCloseable {
    private final ConfigurableApplicationContext context;
    private final URI address;

    private WebServer(ConfigurableApplicationContext context, URI address) {
        this.context = context;
        this.address = address;
    }

    /// Starts and returns when the first page can be answered.
    ///
    /// @throws ConstanciaException with [Problem#USAGE] when the port is taken
    public static WebServer start(WebSettings settings, Capabilities capabilities) {
        SpringApplication application = new SpringApplication(WebConfiguration.class);
        application.setWebApplicationType(WebApplicationType.SERVLET);
        application.setBannerMode(Banner.Mode.OFF);
        application.setRegisterShutdownHook(false);
        application.setAddCommandLineProperties(false);
        application.setDefaultProperties(properties(settings));
        application.addInitializers(context -> {
            GenericApplicationContext beans = (GenericApplicationContext) context;
            beans.registerBean(WebSettings.class, () -> settings);
            beans.registerBean(Capabilities.class, () -> capabilities);
        });
        try {
            ConfigurableApplicationContext context = application.run();
            int port = portOf(context);
            context.getBean(Charts.class).warm();
            return new WebServer(context, URI.create("http://localhost:" + port));
        } catch (RuntimeException failure) {
            throw explained(failure, settings.port());
        }
    }

    private static int portOf(ConfigurableApplicationContext context) {
        org.springframework.boot.web.server.WebServer server = ((WebServerApplicationContext) context).getWebServer();
        if (server == null) throw new IllegalStateException("the web server did not start");
        return server.getPort();
    }

    private static RuntimeException explained(RuntimeException failure, int port) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PortInUseException) {
                return new ConstanciaException(
                                Problem.USAGE, "The port is taken; stop the other program or choose one with --port")
                        .with("port", port);
            }
        }
        return failure;
    }

    private static Map<String, Object> properties(WebSettings settings) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("server.address", "127.0.0.1");
        properties.put("server.port", settings.port());
        properties.put("server.shutdown", "graceful");
        properties.put("spring.lifecycle.timeout-per-shutdown-phase", "10s");
        properties.put("spring.threads.virtual.enabled", true);
        properties.put("spring.jmx.enabled", false);
        properties.put("server.compression.enabled", false);
        properties.put("server.tomcat.max-swallow-size", "-1");
        properties.put("server.tomcat.max-http-form-post-size", "8MB");
        properties.put("server.tomcat.mbeanregistry.enabled", false);
        properties.put("spring.servlet.multipart.max-file-size", settings.largestUpload() + "B");
        properties.put("spring.servlet.multipart.max-request-size", settings.largestUpload() + (1 << 20) + "B");
        properties.put("spring.servlet.multipart.resolve-lazily", true);
        properties.put("spring.web.resources.chain.strategy.content.enabled", false);
        properties.put("spring.web.resources.cache.cachecontrol.max-age", "1h");
        properties.put("spring.main.log-startup-info", false);
        properties.put("logging.level.root", "WARN");
        properties.put("logging.level.org.constancia", "INFO");
        return properties;
    }

    /// Such as `http://localhost:8080`.
    public URI address() {
        return address;
    }

    @Override
    public void close() {
        context.close();
    }
}
