package org.constancia.evidence.metadata;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.Tag;
import com.drew.metadata.xmp.XmpDirectory;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.constancia.evidence.json.CanonicalJson;
import org.constancia.evidence.json.Json;

/// The child of [MetadataReader]: reads one file and writes what is embedded in it, as JSON. Arguments: FILE
/// ANSWER-FILE.
public final class MetadataProgram {
    static final String ANSWER = "metadata.json";
    private static final int MAX_TEXT = 2000;
    private static final int MAX_TAGS = 5000;

    private MetadataProgram() {}

    public static void main(String[] arguments) throws IOException {
        Files.write(Path.of(arguments[1]), CanonicalJson.bytes(read(Path.of(arguments[0]))));
    }

    /// Never throws because of what the file holds, short of what a process cannot survive.
    static Json.Object read(Path file) throws IOException {
        try {
            Metadata metadata = ImageMetadataReader.readMetadata(file.toFile());
            return Summary.of(metadata)
                    .with("c2pa", new Json.Bool(hasC2pa(file)))
                    .with("directories", directories(metadata));
        } catch (ImageProcessingException | IOException | RuntimeException | StackOverflowError notUnderstood) {
            return Json.object().with("reason", clean(String.valueOf(notUnderstood.getMessage())));
        }
    }

    private static Json.Object directories(Metadata metadata) {
        Map<String, Json> directories = new TreeMap<>();
        int tags = 0;
        for (Directory directory : metadata.getDirectories()) {
            Json.Object values = directory instanceof XmpDirectory xmp ? properties(xmp) : Json.object();
            for (Tag tag : directory.getTags()) {
                String text = tag.getDescription();
                if (text != null && tags++ < MAX_TAGS) {
                    values = values.with(clean(tag.getTagName()), clean(text));
                }
            }
            directories.merge(
                    clean(directory.getName()),
                    values,
                    (older, newer) -> newer instanceof Json.Object more ? merged(older, more) : older);
        }
        return new Json.Object(directories);
    }

    private static Json.Object properties(XmpDirectory xmp) {
        Json.Object values = Json.object();
        int tags = 0;
        for (Map.Entry<String, String> property : xmp.getXmpProperties().entrySet()) {
            if (property.getKey() != null && property.getValue() != null && tags++ < MAX_TAGS) {
                values = values.with(clean(property.getKey()), clean(property.getValue()));
            }
        }
        return values;
    }

    private static Json merged(Json older, Json.Object newer) {
        Map<String, Json> all = new TreeMap<>(newer.members());
        if (older instanceof Json.Object first) {
            all.putAll(first.members());
        }
        return new Json.Object(all);
    }

    /// Half surrogates and control characters would not survive as JSON.
    static String clean(String text) {
        String whole = text.replaceAll("[\\p{Cs}\\x00]", "\ufffd");
        return whole.length() <= MAX_TEXT ? whole : whole.substring(0, MAX_TEXT);
    }

    /// Whether a JUMBF box labelled `c2pa` is in the file (C2PA specification, section 11.1). Absence proves
    /// nothing.
    private static boolean hasC2pa(Path file) throws IOException {
        byte[] box = "jumb".getBytes(StandardCharsets.US_ASCII);
        byte[] label = "c2pa".getBytes(StandardCharsets.US_ASCII);
        boolean boxSeen = false;
        try (InputStream stream = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            int window = 0;
            for (int next = stream.read(); next >= 0; next = stream.read()) {
                window = window << 8 | next;
                boxSeen |= window == toInt(box);
                if (boxSeen && window == toInt(label)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static int toInt(byte[] four) {
        return four[0] << 24 | four[1] << 16 | four[2] << 8 | four[3];
    }
}
