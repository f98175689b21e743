package org.constancia.app.web.source;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a source came out of, what came out of it, and what is embedded in it.
///
/// @param origins the containers it was in, such as web archives
/// @param container what taking it apart gave; absent for what is no container
/// @param parts the first of them
/// @param embedded absent for what is no photo, video or recording
public record Inside(
        List<Part> origins,
        @Nullable Container container,
        List<Part> parts,
        @Nullable Embedded embedded) {
    public static final Inside NOTHING = new Inside(List.of(), null, List.of(), null);

    public Inside {
        origins = List.copyOf(origins);
        parts = List.copyOf(parts);
    }

    /// One part of a container, with the source at the other end.
    ///
    /// @param kind what the container is, a stable code such as `warc`
    /// @param name what the container calls the part; empty when it does not
    /// @param capture absent for what is no page of a web archive
    public record Part(
            String id,
            long number,
            String title,
            String kind,
            String name,
            @Nullable WebCapture capture) {}

    /// When and where a page was captured, as its record tells it.
    ///
    /// @param target the address; shown as text, never as a link to be followed unawares
    /// @param digest a stable code: `holds`, `differs`, `none`
    public record WebCapture(Instant at, String target, int status, String digest, Map<String, List<String>> headers) {}

    /// @param kept files that stay in the container only
    /// @param remarks what could not be read or does not agree
    public record Container(String kind, int count, int kept, List<String> remarks) {
        public Container {
            remarks = List.copyOf(remarks);
        }
    }

    /// What a photo, video or recording says of itself.
    ///
    /// @param position degrees of latitude and longitude; absent when it says none
    /// @param directories everything that was found, by directory
    /// @param reason why nothing could be read; empty when something was
    public record Embedded(
            String taken,
            String camera,
            @Nullable String position,
            boolean c2pa,
            Map<String, Map<String, String>> directories,
            String reason) {}
}
