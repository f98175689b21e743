package org.constancia.evidence.unpack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.constancia.evidence.json.Json;

/// Takes the files out of a ZIP file, as its central directory lists them.
final class ZipParts {
    private static final Charset OLD_NAMES = Charset.forName("IBM437");

    private final PartFiles files;

    ZipParts(PartFiles files) {
        this.files = files;
    }

    static ZipFile open(Path zip) throws IOException {
        try {
            return new ZipFile(zip.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException namesOfAnotherEncoding) {
            return new ZipFile(zip.toFile(), OLD_NAMES);
        }
    }

    /// Whether it is an office document or a book, which are ZIP files too.
    static boolean isDocument(ZipFile zip) {
        return zip.getEntry("[Content_Types].xml") != null || zip.getEntry("mimetype") != null;
    }

    /// Whether it is a WACZ file: a package description beside an `archive` of WARC files.
    static boolean isWebCollection(ZipFile zip) {
        return zip.getEntry("datapackage.json") != null
                && zip.stream()
                        .anyMatch(entry -> entry.getName().startsWith("archive/")
                                && entry.getName().contains(".warc"));
    }

    void read(ZipFile zip) throws IOException {
        Enumeration<? extends ZipEntry> entries = zip.entries();
        for (int number = 1; entries.hasMoreElements(); number++) {
            ZipEntry entry = entries.nextElement();
            if (entry.isDirectory()) continue;
            String name = PartFiles.text(entry.getName());
            try (InputStream in = zip.getInputStream(entry)) {
                String file = files.write(in, entry.getCompressedSize());
                files.add(
                        String.valueOf(number), Json.object().with("name", name).with("file", file));
            } catch (PartFiles.Full full) {
                files.remark(String.valueOf(full.getMessage()));
                return;
            } catch (IOException | RuntimeException notReadable) {
                files.remark(name + ": " + notReadable.getMessage());
            }
        }
    }
}
