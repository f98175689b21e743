package org.constancia.evidence.time;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/// An authority on the network (RFC 3161, section 3.4). The request holds a hash only, never content.
///
/// @param name a short name for files
/// @param address of the service
/// @param client makes the connection
public record HttpTimestampAuthority(String name, URI address, HttpClient client) implements TimestampAuthority {
    private static final int MAX_RESPONSE = 1 << 18;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Override
    public byte[] stamp(byte[] request) throws IOException {
        HttpRequest post = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Content-Type", "application/timestamp-query")
                .POST(HttpRequest.BodyPublishers.ofByteArray(request))
                .build();
        try {
            HttpResponse<InputStream> response = client.send(post, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                byte[] bytes = body.readNBytes(MAX_RESPONSE + 1);
                if (response.statusCode() != 200 || bytes.length > MAX_RESPONSE) {
                    throw new IOException("the time-stamp authority answered " + response.statusCode());
                }
                return bytes;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }
}
