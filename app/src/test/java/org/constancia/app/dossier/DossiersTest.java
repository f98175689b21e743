package org.constancia.app.dossier;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.constancia.app.configure.Workplace;
import org.constancia.app.log.Logged;
import org.constancia.app.web.page.Language;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.core.record.EntityId;
import org.constancia.evidence.archive.AgeEncryption;
import org.constancia.evidence.json.Json;
import org.constancia.evidence.json.JsonReader;
import org.constancia.evidence.verifier.OwnFiles;
import org.constancia.evidence.verifier.Verification;
import org.constancia.evidence.verifier.Verifier;
import org.constancia.store.postgres.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// Dossiers of generated events, checked by our verifier and by an expert who has only sha512sum and Go (torture test
/// T30).
@Tag("drill")
final class DossiersTest {
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    @TempDir
    static Path directory;

    private static Workplace workplace;
    private static GeneratedEvents events;
    private static Path policy;
    private static Path ed25519;

    @BeforeAll
    static void open() throws IOException {
        Path home = directory.resolve("home");
        workplace = Workplace.open(DATABASE.location(home), home, true, Clock.systemUTC(), _ -> {});
        events = new GeneratedEvents(workplace, 30);
        policy = Files.writeString(
                directory.resolve("policy"), workplace.log().current().policy());
        ed25519 = Files.writeString(
                directory.resolve("policy-ed25519"),
                "log " + workplace.log().current().verifierKeys().getFirst() + "\nquorum none\n");
    }

    @AfterAll
    static void close() {
        workplace.close();
    }

    @Test
    void threeDossiersVerifyWithoutUsAndThirtyEditsAreRefused() throws Exception {
        torture(3, 30, Files.createDirectories(directory.resolve("short")));
    }

    @Test
    @Tag("slow")
    void aHundredDossiersVerifyWithoutUsAndAThousandEditsAreRefused() throws Exception {
        torture(100, 1000, Files.createDirectories(directory.resolve("long")));
    }

    private static void torture(int dossiers, int edits, Path place) throws Exception {
        Expert expert = Expert.equipped(place.resolve("go"));
        Random random = new Random(30);
        for (int i = 0; i < dossiers; i++) {
            Path zip = place.resolve(i + ".zip");
            create(events.write(), i % 2 == 0 ? Language.SPANISH : Language.ENGLISH, Disclosure.ALL, zip);
            assertThat(verify(zip)).as("dossier %d", i).satisfies(DossiersTest::isValid);
            Path bag = Expert.unpack(zip, place.resolve("unpacked-" + i));
            assertThat(Expert.run(bag, List.of("sha512sum", "--quiet", "-c", "manifest-sha512.txt"))
                            .code())
                    .isZero();
            assertThat(expert.verify(ed25519, bag)).isEqualTo(new Expert.Answer(0, "VALID dossier\n"));
            edit(bag, edits / dossiers, random, expert);
        }
    }

    private static void edit(Path bag, int edits, Random random, Expert expert) throws Exception {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(bag)) {
            all.filter(Files::isRegularFile).sorted().forEach(files::add);
        }
        for (int i = 0; i < edits; i++) {
            Path file = files.get(random.nextInt(files.size()));
            byte[] good = Files.readAllBytes(file);
            byte[] bad = good.clone();
            int at = random.nextInt(bad.length);
            bad[at] ^= (byte) (1 + random.nextInt(255));
            Files.write(file, bad);
            Verification ours = verify(bag);
            String edited = bag.relativize(file) + " byte " + at;
            assertThat(ours.verdict()).as(edited).isEqualTo(Verification.Verdict.INVALID);
            assertThat(ours.place()).as(edited).isNotEmpty();
            assertThat(ours.reason()).as(edited).isNotEmpty();
            if (!file.endsWith("tagmanifest-sha256.txt")) {
                assertThat(expert.verify(ed25519, bag).code()).as(edited).isEqualTo(1);
            }
            Files.write(file, good);
        }
    }

    private static void isValid(Verification verification) {
        assertThat(verification.verdict()).as(verification.text()).isEqualTo(Verification.Verdict.VALID);
    }

    private static Dossiers.Made create(EntityId event, Language language, Disclosure disclosure, Path zip) {
        return workplace
                .dossiers()
                .create(new DossierRequest(event.value().toString(), language, disclosure, List.of()), zip);
    }

    private static Verification verify(Path path) {
        return Verifier.verify(path, new OwnFiles(Optional.of(policy), Optional.empty(), Optional.empty(), List.of()));
    }

    @Test
    void everyStatementOfTheEventIsInItWithItsPassage() throws Exception {
        EntityId event = events.write();
        Path zip = directory.resolve("whole.zip");
        Dossiers.Made made = create(event, Language.SPANISH, Disclosure.ALL, zip);
        assertThat(made.sources()).isPositive();
        assertThat(made.disclosed()).isEqualTo(made.entries());
        Path bag = Expert.unpack(zip, directory.resolve("whole"));
        Json.Object records = JsonReader.readObject(Files.readAllBytes(bag.resolve("data/records.json")));
        assertThat(((Json.Array) records.find("statements").orElseThrow()).items())
                .hasSize(made.statements());
        assertThat(records.findWhole("withheldStatements")).contains(0L);
        String csv = Files.readString(bag.resolve("data/custody.csv"));
        assertThat(csv.lines()).hasSize(1 + 14 * made.sources());
        assertThat(csv).contains("\"unknown\"", "\"digests\"", "/14");
    }

    @Test
    void thePageIsReadableInBothLanguages() throws Exception {
        EntityId event = events.write();
        for (Language language : Language.values()) {
            Path zip = directory.resolve("page-" + language.code() + ".zip");
            create(event, language, Disclosure.ALL, zip);
            Path bag = Expert.unpack(zip, directory.resolve("page-" + language.code()));
            String name = language == Language.SPANISH ? "expediente.pdf" : "dossier.pdf";
            try (PDDocument page =
                    Loader.loadPDF(bag.resolve("data").resolve(name).toFile())) {
                String text = new PDFTextStripper().getText(page).replaceAll("\\s+", " ");
                assertThat(text)
                        .contains(
                                "Hecho inventado n.º",
                                "SHA-256",
                                "«",
                                language == Language.SPANISH ? "Custodia" : "Custody")
                        .contains(workplace.log().current().origin());
                assertThat(page.getDocumentCatalog().getLanguage()).isEqualTo(language.code());
            }
        }
    }

    /// Neither the salt nor a word of what is withheld is anywhere in the bag, and what is there still verifies.
    @Test
    void whatIsWithheldIsNowhereInTheBag() throws Exception {
        EntityId event = events.write();
        workplace.log().sequence();
        List<Json.Object> documents = withheld(event, "person.document");
        assertThat(documents).isNotEmpty();
        Path zip = directory.resolve("withheld.zip");
        Dossiers.Made made = create(
                event, Language.SPANISH, Disclosure.of(List.of(), List.of("person.document", "person.name")), zip);
        assertThat(made.disclosed()).isLessThan(made.entries());
        assertThat(verify(zip)).satisfies(DossiersTest::isValid);
        Path bag = Expert.unpack(zip, directory.resolve("withheld"));
        List<String> secrets = new ArrayList<>();
        for (String property : List.of("person.document", "person.name")) {
            withheld(event, property)
                    .forEach(payload -> secrets.add(payload.findText("after").orElseThrow()));
        }
        assertThat(secrets).isNotEmpty();
        try (Stream<Path> files = Files.walk(bag)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (file.toString().contains("/originals/") || file.toString().contains("/working/")) continue;
                String text = file.toString().endsWith(".pdf") ? pdfText(file) : Files.readString(file, ISO_8859_1);
                String inUtf8 = new String(Files.readAllBytes(file), UTF_8);
                for (String salt : salts(event, "person.document", "person.name")) {
                    assertThat(text).as(file.toString()).doesNotContain(salt);
                }
                if (file.endsWith("records.json"))
                    assertThat(inUtf8).doesNotContain("\"person.name\"", "\"person.document\"");
                for (Json.Object payload : documents) {
                    assertThat(text)
                            .as(file.toString())
                            .doesNotContain(payload.findText("after").orElseThrow());
                }
            }
        }
        assertThat(pdfText(bag.resolve("data/expediente.pdf"))).contains("no se revelan");
    }

    private static String pdfText(Path file) throws IOException {
        try (PDDocument page = Loader.loadPDF(file.toFile())) {
            return new PDFTextStripper().getText(page).replaceAll("\\s+", " ");
        }
    }

    private static List<Logged> logged(EntityId event, String property) {
        return workplace
                .records()
                .read(
                        workplace.session(),
                        jdbc -> EventMaterial.read(
                                        jdbc,
                                        event.toString(),
                                        Disclosure.ALL,
                                        new org.constancia.app.record.value.Places(
                                                org.constancia.core.place.Gazetteer.bundled()),
                                        Clock.systemUTC())
                                .subjects())
                .stream()
                .flatMap(subject -> workplace.log().listLogged(subject.toString()).stream())
                .filter(one -> JsonReader.readObject(one.payload())
                        .findText("property")
                        .equals(Optional.of(property)))
                .toList();
    }

    private static List<Json.Object> withheld(EntityId event, String property) {
        return logged(event, property).stream()
                .map(one -> JsonReader.readObject(one.payload()))
                .filter(payload -> payload.findText("kind").equals(Optional.of("statement.accepted")))
                .toList();
    }

    private static List<String> salts(EntityId event, String... properties) {
        return Stream.of(properties)
                .flatMap(property -> logged(event, property).stream())
                .map(one -> java.util.HexFormat.of().formatHex(one.salt()))
                .toList();
    }

    @Test
    void onlyTheRecipientOpensAnEncryptedOne() throws Exception {
        AgeEncryption.Identity recipient = AgeEncryption.generate();
        Path file = directory.resolve("case.zip.age");
        workplace
                .dossiers()
                .create(
                        new DossierRequest(
                                events.write().value().toString(),
                                Language.ENGLISH,
                                Disclosure.ALL,
                                List.of(recipient.recipient())),
                        file);
        assertThat(Files.readString(file, ISO_8859_1)).startsWith("age-encryption.org/v1");
        Path zip = directory.resolve("decrypted.zip");
        try (InputStream in = AgeEncryption.decrypt(Files.newInputStream(file), List.of(recipient.identity()));
                OutputStream out = Files.newOutputStream(zip)) {
            in.transferTo(out);
        }
        assertThat(verify(zip)).satisfies(DossiersTest::isValid);
    }

    @Test
    void nothingIsMadeOfAnUnknownEventOrInAPlaceThatCannotBeWritten() {
        assertThatExceptionOfType(ConstanciaException.class)
                .isThrownBy(() -> workplace
                        .dossiers()
                        .create(
                                new DossierRequest(
                                        "0198c2f0-0000-7000-8000-000000000000",
                                        Language.SPANISH,
                                        Disclosure.ALL,
                                        List.of()),
                                directory.resolve("none.zip")))
                .satisfies(failure -> assertThat(failure.problem()).isEqualTo(Problem.RECORD_NOT_FOUND));
        assertThat(directory.resolve("none.zip")).doesNotExist();
        EntityId event = events.write();
        assertThatExceptionOfType(ConstanciaException.class)
                .isThrownBy(
                        () -> create(event, Language.SPANISH, Disclosure.ALL, directory.resolve("no/such/place/x.zip")))
                .satisfies(failure -> assertThat(failure.problem()).isEqualTo(Problem.CANNOT_WRITE_OUTPUT));
    }

    @Test
    void aChoiceThatIsNoneIsRefused() {
        for (String choice : List.of("nobody", "person.secret", "person:xyz")) {
            assertThatExceptionOfType(ConstanciaException.class)
                    .isThrownBy(() -> Disclosure.of(List.of(choice), List.of()));
        }
    }
}
