package org.constancia.evidence.dossier;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.constancia.evidence.durable.DurableFiles;

/// Where the files of a bag go, one after the other: into a ZIP file or a directory.
public sealed interface BagFiles extends AutoCloseable {
    /// Begins a file; closing the stream ends it.
    ///
    /// @param path relative to the bag, of the shape of a [BagPath]
    OutputStream begin(String path) throws IOException;

    /// Ends the bag. What was begun and never finished is not a bag.
    void finish() throws IOException;

    @Override
    void close() throws IOException;

    /// A ZIP file. The same files in the same order give the same bytes; times inside are fixed.
    final class Zip implements BagFiles {
        private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

        private final ZipOutputStream zip;
        private final String root;

        /// @param name of the one directory inside the ZIP file
        public Zip(OutputStream out, String name) {
            this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
            this.root = new BagPath(name).value() + "/";
        }

        @Override
        public OutputStream begin(String path) throws IOException {
            ZipEntry entry = new ZipEntry(root + path);
            entry.setTimeLocal(NO_TIME);
            zip.putNextEntry(entry);
            return new FilterOutputStream(zip) {
                @Override
                public void write(byte[] bytes, int offset, int length) throws IOException {
                    out.write(bytes, offset, length);
                }

                @Override
                public void close() throws IOException {
                    zip.closeEntry();
                }
            };
        }

        @Override
        public void finish() throws IOException {
            zip.finish();
            zip.flush();
        }

        @Override
        public void close() throws IOException {
            zip.close();
        }
    }

    /// A directory, which must be empty or absent. Every file is forced to the disk.
    final class Directory implements BagFiles {
        private final Path root;

        public Directory(Path root) {
            this.root = root;
        }

        @Override
        public OutputStream begin(String path) throws IOException {
            Path file = root.resolve(path);
            Path parent = file.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            return Files.newOutputStream(
                    file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.DSYNC);
        }

        @Override
        public void finish() throws IOException {
            DurableFiles.forceDirectory(root);
        }

        @Override
        public void close() {
            // nothing is held open between files
        }
    }
}
