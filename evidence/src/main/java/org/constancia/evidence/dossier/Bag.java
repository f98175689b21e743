package org.constancia.evidence.dossier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.evidence.digest.Digests;

/// A bag opened for reading, from a directory or a ZIP file. Files are read in place; nothing is unpacked.
public final class Bag implements AutoCloseable {
    private static final int MAX_FILES = 1_000_000;
    private static final List<String> REQUIRED =
            List.of("manifest-sha256.txt", "manifest-sha512.txt", "tagmanifest-sha256.txt", "tagmanifest-sha512.txt");

    private final Optional<FileSystem> zip;
    private final Path root;

    private Bag(Optional<FileSystem> zip, Path root) {
        this.zip = zip;
        this.root = root;
    }

    /// Opens a bag.
    ///
    /// @throws ConstanciaException `BAD_INPUT` when there is no `bagit.txt` in it
    // The file system lives as long as the bag, or is closed here when there is no bag in it.
    @SuppressWarnings("MustBeClosedChecker")
    public static Bag open(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            return new Bag(Optional.empty(), rootBelow(path).orElseThrow(() -> noBag(path)));
        }
        FileSystem zip;
        try {
            zip = FileSystems.newFileSystem(path);
        } catch (ZipException | ProviderNotFoundException notZip) {
            throw noBag(path);
        }
        Optional<Path> root = rootBelow(zip.getPath("/"));
        if (root.isEmpty()) {
            zip.close();
            throw noBag(path);
        }
        return new Bag(Optional.of(zip), root.get());
    }

    /// The bag's root: where `bagit.txt` is, here or in the one directory below.
    private static Optional<Path> rootBelow(Path directory) throws IOException {
        if (Files.exists(directory.resolve("bagit.txt"))) {
            return Optional.of(directory);
        }
        try (Stream<Path> below = Files.list(directory)) {
            List<Path> entries = below.limit(2).toList();
            return entries.stream()
                    .filter(_ -> entries.size() == 1)
                    .filter(entry -> Files.exists(entry.resolve("bagit.txt")))
                    .findFirst();
        }
    }

    /// A file of the bag.
    public Path resolve(String path) {
        if (!BagPath.isAllowed(path)) {
            throw new ConstanciaException(Problem.BAD_INPUT, "A path that no dossier has").with("path", path);
        }
        return root.resolve(path);
    }

    /// The files below a directory of the bag, in order of their path from the root.
    public List<String> list(String directory) throws IOException {
        Path from = directory.isEmpty() ? root : root.resolve(directory);
        if (!Files.isDirectory(from)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(from)) {
            return files.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
                    .limit(MAX_FILES)
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    /// What is wrong with the bag: files missing, added or changed. The first finding comes first; none means
    /// valid.
    public List<String> check() throws IOException {
        List<String> wrong = new ArrayList<>();
        String declaration = readText("bagit.txt");
        if (!declaration.equals("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")) {
            wrong.add("bagit.txt: not a declaration of BagIt 1.0");
        }
        for (String manifest : REQUIRED) {
            if (!Files.exists(root.resolve(manifest))) {
                wrong.add(manifest + ": missing");
                return wrong;
            }
        }
        TreeSet<String> unlisted = new TreeSet<>(list(""));
        unlisted.removeAll(List.of("tagmanifest-sha256.txt", "tagmanifest-sha512.txt"));
        for (String manifest : REQUIRED) {
            Map<String, String> digests = read(manifest, wrong);
            boolean payload = manifest.startsWith("manifest");
            for (Map.Entry<String, String> line : digests.entrySet()) {
                checkFile(manifest, line.getKey(), line.getValue(), payload, wrong);
            }
            for (String file : unlisted) {
                if (file.startsWith("data/") == payload && !digests.containsKey(file)) {
                    wrong.add(file + ": not in " + manifest);
                }
            }
        }
        return wrong;
    }

    private void checkFile(String manifest, String path, String expected, boolean payload, List<String> wrong)
            throws IOException {
        if (!BagPath.isAllowed(path) || path.startsWith("data/") != payload) {
            wrong.add(manifest + ": a path that does not belong here: " + path);
            return;
        }
        Path file = root.resolve(path);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            wrong.add(path + ": missing");
            return;
        }
        String found = digest(file, manifest.contains("sha512") ? Digests.sha512() : Digests.sha256());
        if (!found.equals(expected)) {
            wrong.add(path + ": its bytes are not those of " + manifest);
        }
    }

    private Map<String, String> read(String manifest, List<String> wrong) throws IOException {
        Map<String, String> digests = new LinkedHashMap<>();
        String text = readText(manifest);
        if (!text.isEmpty() && !text.endsWith("\n")) {
            wrong.add(manifest + ": its last line is not whole");
        }
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            int gap = line.indexOf("  ");
            if (gap < 0 || digests.put(line.substring(gap + 2), line.substring(0, gap)) != null) {
                wrong.add(manifest + ": line " + number + " cannot be read");
            }
        }
        return digests;
    }

    /// Malformed UTF-8 becomes characters that no manifest has, so that it is found where it stands.
    private String readText(String path) throws IOException {
        return new String(Files.readAllBytes(root.resolve(path)), StandardCharsets.UTF_8);
    }

    private static String digest(Path file, MessageDigest digest) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] buffer = new byte[1 << 16];
            for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public void close() throws IOException {
        if (zip.isPresent()) {
            zip.get().close();
        }
    }

    private static ConstanciaException noBag(Path path) {
        return new ConstanciaException(Problem.BAD_INPUT, "There is no dossier here: no bagit.txt").with("path", path);
    }
}
