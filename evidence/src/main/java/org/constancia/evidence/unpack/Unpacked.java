package org.constancia.evidence.unpack;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.constancia.evidence.capture.CapturedPage.DigestState;
import org.jspecify.annotations.Nullable;

/// What was found in a container. Its files are gone when the room they are in is closed.
///
/// @param title what the container calls itself: the subject of a message
/// @param author the sender of a message
/// @param kept files of a web archive that are no documents, and stay in it only
/// @param remarks what could not be read or does not agree, one line each
public record Unpacked(
        ContainerKind kind,
        @Nullable String title,
        @Nullable String author,
        List<Part> parts,
        int kept,
        List<String> remarks) {
    public Unpacked {
        parts = List.copyOf(parts);
        remarks = List.copyOf(remarks);
    }

    /// One thing that was in it.
    ///
    /// @param place which one, unique in the container: a record's id, a number
    /// @param name what the container calls it: never the name of a file here
    /// @param mediaType as stated in the container
    /// @param file the bytes; null when they are those of the part `sameAs`
    /// @param sameAs the place of the part that has these bytes
    /// @param capture for pages of web archives
    public record Part(
            String place,
            @Nullable String name,
            @Nullable String mediaType,
            @Nullable Path file,
            @Nullable String sameAs,
            @Nullable Capture capture) {}

    /// When and where a page was captured, as its record tells it.
    ///
    /// @param headers the HTTP headers of the answer, as a JSON object of arrays
    public record Capture(String target, Instant at, int status, String headers, DigestState digest) {}
}
