package org.constancia.app.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.constancia.app.archive.ArchivedRecord.event;
import static org.constancia.app.archive.ArchivedRecord.open;
import static org.constancia.app.archive.ArchivedRecord.preserve;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.constancia.app.configure.Workplace;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.evidence.archive.AgeEncryption;
import org.constancia.evidence.archive.ArchiveReader;
import org.constancia.evidence.content.ContentStore;
import org.constancia.evidence.content.NameKey;
import org.constancia.evidence.digest.Sha256;
import org.constancia.evidence.log.Disagreement;
import org.constancia.store.postgres.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// One bit of a sound record is flipped, somewhere, and flipped back (torture test T6): the check of the
/// whole record names the place, and no damaged byte is ever handed out.
@Tag("drill")
final class BitRotTest {
    private static final long SEED = 6;

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    @TempDir
    Path place;

    private final Random random = new Random(SEED);
    private Workplace workplace;
    private ContentStore contents;
    private Path home = Path.of("/");

    @BeforeEach
    void makeTheRecord() {
        home = place.resolve("home");
        workplace = open(DATABASE.location(home), home);
        contents =
                ContentStore.open(home.resolve("contents"), NameKey.open(home.resolve("content.key"), new Random(0)));
        for (int length : List.of(1, 40, 700, 5000)) {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            preserve(workplace, bytes);
        }
        for (int number = 0; number < 40; number++) event(workplace, "Caso " + number);
        workplace.log().sequence();
        assertThat(check()).isEmpty();
    }

    @AfterEach
    void close() {
        assertThat(check()).as("all flips were flipped back").isEmpty();
        contents.close();
        workplace.close();
    }

    @Test
    void aHundredFlippedBitsAreFound() throws Exception {
        flip(20);
    }

    @Test
    @Tag("slow")
    void twoThousandFlippedBitsAreFound() throws Exception {
        flip(400);
    }

    /// So many of each kind.
    private void flip(int times) throws Exception {
        for (int i = 0; i < times; i++) {
            blob();
            file(home.resolve("log/1/tile"));
            file(home.resolve("log/1/checkpoint"));
            row();
        }
        archive(times);
    }

    private void blob() throws IOException {
        Path blob = anyFile(home.resolve("contents/blobs"));
        byte[] sound = Files.readAllBytes(blob);
        Sha256 digest = Sha256.digestOf(sound);
        byte[] bad = flipped(sound);
        Files.write(blob, bad);
        assertThat(check())
                .extracting(Disagreement::place)
                .as("a bit of %s, seed %d", blob, SEED)
                .contains("blob " + blob.getFileName());
        assertThatThrownBy(() -> contents.open(digest).close()).isInstanceOf(ConstanciaException.class);
        Files.write(blob, sound);
    }

    private void file(Path root) throws IOException {
        Path file = anyFile(root);
        byte[] sound = Files.readAllBytes(file);
        Files.write(file, flipped(sound));
        String below = home.resolve("log/1").relativize(file).toString();
        assertThat(check())
                .extracting(Disagreement::place)
                .as("a bit of %s, seed %d", file, SEED)
                .anyMatch(found -> found.endsWith(below) || found.startsWith("entry ") || found.startsWith("row "));
        Files.write(file, sound);
    }

    /// As somebody would who has the owner's login and turns the guards off.
    private enum Rotten {
        CONTENT("outbox", "content"),
        SALT("outbox", "salt"),
        LEAF_HASH("log_entry", "leaf_hash"),
        VALUE("statement", "value"),
        DIGEST("source", "sha512");

        private final String table;
        private final String column;

        Rotten(String table, String column) {
            this.table = table;
            this.column = column;
        }
    }

    private void row() throws SQLException {
        Rotten rotten = Rotten.values()[random.nextInt(Rotten.values().length)];
        boolean isBytes = rotten == Rotten.SALT || rotten == Rotten.LEAF_HASH;
        String original = alter(rotten, isBytes, null);
        assertThat(check())
                .as("a bit of %s.%s, seed %d", rotten.table, rotten.column, SEED)
                .isNotEmpty();
        alter(rotten, isBytes, original);
    }

    private String where = "";

    /// Flips a bit of a random row, or puts back what was there.
    ///
    /// @return what was there
    private String alter(Rotten rotten, boolean isBytes, @org.jspecify.annotations.Nullable String back)
            throws SQLException {
        try (Connection connection = DATABASE.owner().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("alter table %s no force row level security".formatted(rotten.table));
            statement.execute("alter table %s disable trigger user".formatted(rotten.table));
            JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            String as = isBytes ? "encode(%s, 'hex')".formatted(rotten.column) : rotten.column;
            if (back == null) {
                List<String> rows = jdbc.sql("select ctid::text from " + rotten.table + " order by 1")
                        .query(String.class)
                        .list();
                where = rows.get(random.nextInt(rows.size()));
            }
            String before = jdbc.sql("select %s from %s where ctid = cast(:at as tid)".formatted(as, rotten.table))
                    .param("at", where)
                    .query(String.class)
                    .single();
            String after = back == null ? rotten(before, isBytes || rotten == Rotten.DIGEST) : back;
            String value = isBytes ? "decode(:value, 'hex')" : ":value";
            where = jdbc.sql("update %s set %s = %s where ctid = cast(:at as tid) returning ctid::text"
                            .formatted(rotten.table, rotten.column, value))
                    .param("value", after)
                    .param("at", where)
                    .query(String.class)
                    .single();
            statement.execute("alter table %s enable trigger user".formatted(rotten.table));
            if (!rotten.table.equals("log")) {
                statement.execute("alter table %s force row level security".formatted(rotten.table));
            }
            connection.commit();
            connection.setAutoCommit(true);
            return before;
        }
    }

    private String rotten(String text, boolean isHex) {
        int at = random.nextInt(text.length());
        char other = isHex
                ? Character.forDigit(Character.digit(text.charAt(at), 16) ^ 1 << random.nextInt(4), 16)
                : (char) (text.charAt(at) ^ 1);
        return text.substring(0, at) + other + text.substring(at + 1);
    }

    private void archive(int times) throws IOException {
        AgeEncryption.Identity identity = AgeEncryption.generate();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        workplace.backup().writeTo(Encryption.to(bytes, List.of(identity.recipient())), ArchivedRecord.SILENT);
        byte[] archive = bytes.toByteArray();
        read(archive, identity);
        for (int i = 0; i < times; i++) {
            byte[] bad = flipped(archive);
            assertThatThrownBy(() -> read(bad, identity))
                    .as("a bit of the archive, seed %d", SEED)
                    .isInstanceOf(ConstanciaException.class);
        }
    }

    private static void read(byte[] archive, AgeEncryption.Identity identity) throws IOException {
        try (InputStream plain = Encryption.from(new ByteArrayInputStream(archive), List.of(identity.identity()))) {
            ArchiveReader.read(plain, (name, content) -> content.readAllBytes());
        }
    }

    private List<Disagreement> check() {
        return workplace.log().check(contents, (part, done, of) -> {}).disagreements();
    }

    private byte[] flipped(byte[] sound) {
        byte[] bad = sound.clone();
        bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
        return bad;
    }

    private Path anyFile(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            List<Path> all = files.filter(Files::isRegularFile).sorted().toList();
            return all.get(random.nextInt(all.size()));
        }
    }
}
