package org.constancia.app.sources;

import java.net.URI;
import java.net.URISyntaxException;
import org.constancia.evidence.capture.CapturedPage;
import org.constancia.evidence.json.CanonicalJson;
import org.constancia.evidence.metadata.Embedded;
import org.constancia.evidence.metadata.MetadataReader;
import org.constancia.evidence.unpack.Unpacked;
import org.constancia.store.record.PartDoor;
import org.constancia.store.record.SourceDoor;
import org.constancia.text.document.Obstacle;

/// What was found inside a source, as the record keeps it.
final class Inside {
    private Inside() {}

    static PartDoor.Part part(Unpacked.Part part) {
        Unpacked.Capture capture = part.capture();
        return new PartDoor.Part(
                part.place(),
                part.name(),
                capture == null
                        ? null
                        : new PartDoor.WebCapture(
                                capture.target(),
                                capture.at(),
                                capture.status(),
                                capture.headers(),
                                state(capture.digest())));
    }

    private static PartDoor.DigestState state(CapturedPage.DigestState digest) {
        return switch (digest) {
            case HOLDS -> PartDoor.DigestState.HOLDS;
            case DIFFERS -> PartDoor.DigestState.DIFFERS;
            case NONE -> PartDoor.DigestState.NONE;
        };
    }

    static PartDoor.Unpacking unpacking(Unpacked unpacked) {
        return new PartDoor.Unpacking(
                unpacked.kind().code(), unpacked.parts().size(), unpacked.kept(), unpacked.remarks());
    }

    /// A container has no text of its own: what it says is in its parts.
    static SourceDoor.ReadingOutcome reading(Unpacked unpacked) {
        boolean damaged = unpacked.parts().isEmpty()
                && unpacked.kept() == 0
                && !unpacked.remarks().isEmpty();
        return new SourceDoor.ReadingOutcome(
                unpacked.kind().mediaType(),
                null,
                null,
                unpacked.title(),
                unpacked.author(),
                null,
                "[]",
                "[]",
                damaged ? Obstacle.DAMAGED.name() : Obstacle.CONTAINER.name(),
                damaged ? unpacked.remarks().getFirst() : "");
    }

    static boolean isOnOneSite(String address, String other) {
        try {
            String host = new URI(address).getHost();
            return host != null && host.equalsIgnoreCase(new URI(other).getHost());
        } catch (URISyntaxException malformed) {
            return false;
        }
    }

    static PartDoor.Metadata metadata(MetadataReader.Result result) {
        return switch (result) {
            case MetadataReader.Result.NotUnderstood(String reason) ->
                new PartDoor.Metadata(MetadataReader.TOOL, null, null, null, null, false, null, reason);
            case MetadataReader.Result.Understood(Embedded embedded) -> {
                Embedded.Position position = embedded.position();
                yield new PartDoor.Metadata(
                        MetadataReader.TOOL,
                        embedded.taken(),
                        embedded.camera(),
                        position == null ? null : position.latitude(),
                        position == null ? null : position.longitude(),
                        embedded.hasC2pa(),
                        CanonicalJson.text(embedded.directories()),
                        null);
            }
        };
    }
}
