package org.constancia.evidence.unpack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import org.constancia.evidence.json.CanonicalJson;
import org.constancia.evidence.json.Json;

/// The child of [Unpacker]: takes one container apart into numbered files and writes an answer beside them.
///
/// Arguments: FILE KIND ROOM MOST-PARTS MOST-BYTES.
public final class UnpackProgram {
    static final String ANSWER = "answer.json";
    static final String NO_CONTAINER = "none";

    private UnpackProgram() {}

    public static void main(String[] arguments) throws IOException {
        Path room = Path.of(arguments[2]);
        PartFiles files = new PartFiles(room, Integer.parseInt(arguments[3]), Long.parseLong(arguments[4]));
        Json.Object answer = unpack(Path.of(arguments[0]), ContainerKind.valueOf(arguments[1]), files);
        Files.write(room.resolve(ANSWER), CanonicalJson.bytes(answer));
    }

    /// A ZIP file that is one document, not a collection of files.
    private static final class NoContainer extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /// Never throws because of what the file holds, short of what a process cannot survive.
    static Json.Object unpack(Path file, ContainerKind kind, PartFiles files) {
        ContainerKind found = kind;
        try {
            switch (kind) {
                case WARC, WACZ -> new WebArchiveParts(files).read(file, kind);
                case MESSAGE -> {
                    MessageParts message = new MessageParts(files);
                    message.read(file);
                    return message.with(files.answer(kind));
                }
                case ZIP -> found = unpackZip(file, files);
            }
        } catch (NoContainer document) {
            return Json.object().with("kind", NO_CONTAINER);
        } catch (IOException | RuntimeException | StackOverflowError damaged) {
            files.remark("The file is damaged: " + damaged.getMessage());
        }
        return files.answer(found);
    }

    private static ContainerKind unpackZip(Path file, PartFiles files) throws IOException {
        try (ZipFile zip = ZipParts.open(file)) {
            if (ZipParts.isDocument(zip)) throw new NoContainer();
            if (ZipParts.isWebCollection(zip)) {
                new WebArchiveParts(files).read(file, ContainerKind.WACZ);
                return ContainerKind.WACZ;
            }
            new ZipParts(files).read(zip);
            return ContainerKind.ZIP;
        }
    }
}
