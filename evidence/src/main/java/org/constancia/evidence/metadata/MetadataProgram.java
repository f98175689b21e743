package org.constancia.evidence.metadata;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.Tag;
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

/// The child: reads one file and prints what is embedded in it as one line of JSON. Exit code 0, or 65 when the
/// format is not understood. Started by [MetadataReader] only.
public final class MetadataProgram {
    private static final int MAX_TEXT = 2000;
    private static final int MAX_TAGS = 5000;

    private MetadataProgram() {}

    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        Json.Object found = Json.object().with("c2pa", hasC2pa(file) ? "present, not verified" : "none found");
        int exit = 0;
        try {
            found = found.with("directories", directories(ImageMetadataReader.readMetadata(file.toFile())));
        } catch (ImageProcessingException | RuntimeException notUnderstood) {
            found = found.with("reason", String.valueOf(notUnderstood.getMessage()));
            exit = 65;
        }
        System.out.write(CanonicalJson.bytes(found));
        System.out.flush();
        System.exit(exit);
    }

    private static Json.Object directories(Metadata metadata) {
        Map<String, Json> directories = new TreeMap<>();
        int tags = 0;
        for (Directory directory : metadata.getDirectories()) {
            Json.Object values = Json.object();
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

    private static Json merged(Json older, Json.Object newer) {
        Map<String, Json> all = new TreeMap<>(newer.members());
        if (older instanceof Json.Object first) {
            all.putAll(first.members());
        }
        return new Json.Object(all);
    }

    /// Half surrogates and control characters would not survive as JSON.
    private static String clean(String text) {
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
