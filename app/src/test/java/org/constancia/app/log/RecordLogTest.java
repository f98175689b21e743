package org.constancia.app.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.core.record.ChangeId;
import org.constancia.core.record.CollectionId;
import org.constancia.evidence.dossier.Opening;
import org.constancia.evidence.log.LogEntry;
import org.constancia.evidence.log.LogState;
import org.constancia.evidence.log.Receipt;
import org.constancia.evidence.note.LogProof;
import org.constancia.evidence.note.Policy;
import org.constancia.evidence.note.SignedNote;
import org.constancia.evidence.time.LocalTimestampAuthority;
import org.constancia.evidence.time.TimestampAuthority;
import org.constancia.evidence.time.TimestampQueue;
import org.constancia.evidence.witness.Witness;
import org.constancia.evidence.witness.WitnessKey;
import org.constancia.evidence.witness.WitnessRequest;
import org.constancia.store.postgres.TestDatabase;
import org.constancia.store.record.Change;
import org.constancia.store.record.CollectionRegister;
import org.constancia.store.record.Records;
import org.constancia.store.record.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// What a change of a record gets from its log: receipt, proof, time stamp, cosignature, and a refusal when the log
/// cannot
/// go on.
final class RecordLogTest {
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    @TempDir
    static Path home;

    private final CollectionId collection = new CollectionId(UUID.randomUUID());
    private final Session session = Session.working("ana", collection);

    private RecordLog open(TimestampAuthority... authorities) {
        new CollectionRegister(DATABASE.owner()).found(collection, "test", true);
        return RecordLog.open(
                home,
                home.resolve("copies"),
                List.of(authorities),
                DATABASE.database(),
                Clock.systemUTC(),
                new SecureRandom());
    }

    private ChangeId change(RecordLog log, String subject) {
        Records records = new Records(DATABASE.application(), Clock.systemUTC(), new SecureRandom(), log.permit());
        return records.write(session, writing -> writing.note(Change.Kind.EXPORT_MADE, subject, Map.of("rows", 3)))
                .result();
    }

    @Test
    void aChangeWaitsThenItIsLoggedWithProofOpeningAndReceipt() {
        try (RecordLog log = open()) {
            ChangeId change = change(log, "event:proof");
            assertThat(log.findLogged(change)).isEmpty();

            log.sequence();
            Logged logged = log.findLogged(change).orElseThrow();
            assertThat(log.listLogged("event:proof")).hasSize(1);

            Map<String, byte[]> files = log.changeProof(logged).files();
            LogEntry entry = LogEntry.parse(files.get("change.entry.json"));
            Policy policy = Policy.parse(new String(files.get("policy-example.txt"), UTF_8));
            assertThat(LogProof.parse(files.get("change.tlog-proof")).verify(files.get("change.entry.json"), policy))
                    .isInstanceOf(LogProof.Result.Proven.class);
            Opening opening = Opening.parse(files.get("change.opening.json"));
            assertThat(opening.opens(entry.commitment())).isTrue();
            assertThat(opening.payload().findText("subject")).contains("event:proof");
            assertThat(Receipt.verify(
                                    SignedNote.parse(files.get("receipt.txt")),
                                    log.current().verifierKeys().getFirst())
                            .leafHash())
                    .isEqualTo(entry.leafHash());
        }
    }

    @Test
    void aTimeStampCoversWhatWasLoggedBeforeItAndNothingAfter() throws Exception {
        TimestampAuthority authority =
                new LocalTimestampAuthority(Clock.systemUTC(), new SecureRandom(), Duration.ofDays(1));
        try (RecordLog log = open(authority)) {
            ChangeId before = change(log, "event:stamped");
            log.sequence();
            assertThat(log.anchors().stampNow()).isNotEmpty();
            ChangeId after = change(log, "event:later");
            log.sequence();

            Logged covered = log.findLogged(before).orElseThrow();
            Logged open = log.findLogged(after).orElseThrow();
            assertThat(log.anchors().of(covered.log(), covered.index()).stampedAt())
                    .isPresent();
            assertThat(log.anchors().of(open.log(), open.index()).stampedAt()).isEmpty();
        }
    }

    @Test
    void aStampIsRenewedWhenItsAuthorityEndsSoonAndNotAgain() {
        Instant soon = Instant.now().minus(Duration.ofDays(200));
        TimestampAuthority ending = new LocalTimestampAuthority(
                Clock.fixed(soon, ZoneOffset.UTC), new SecureRandom(), Duration.ofDays(300));
        TimestampAuthority lasting = named(
                "lasting", new LocalTimestampAuthority(Clock.systemUTC(), new SecureRandom(), Duration.ofDays(3650)));
        try (RecordLog log = open(named("ending", ending))) {
            change(log, "event:renewed");
            log.sequence();
            assertThat(log.anchors().stampNow()).isNotEmpty();
        }
        try (RecordLog log = open(lasting, named("ending", ending))) {
            assertThat(log.anchors().renew(false, false).stamps()).isPositive();
            assertThat(log.anchors().renew(false, false).stamps()).isZero();
            assertThat(log.anchors().stamped())
                    .flatExtracting(TimestampQueue.Anchored::stamps)
                    .filteredOn(stamp -> stamp.authority().equals("ending"))
                    .isNotEmpty()
                    .allMatch(stamp -> stamp.renewal().isPresent());
        }
    }

    private static TimestampAuthority named(String name, TimestampAuthority authority) {
        return new TimestampAuthority() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public byte[] stamp(byte[] request) throws IOException {
                return authority.stamp(request);
            }
        };
    }

    @Test
    void anAuthorityThatDoesNotAnswerIsAskedAgain() {
        boolean[] answers = {false};
        TimestampAuthority real =
                new LocalTimestampAuthority(Clock.systemUTC(), new SecureRandom(), Duration.ofDays(1));
        TimestampAuthority unreliable = new TimestampAuthority() {
            @Override
            public String name() {
                return "unreliable";
            }

            @Override
            public byte[] stamp(byte[] request) throws java.io.IOException {
                if (!answers[0]) throw new java.io.IOException("no route");
                return real.stamp(request);
            }
        };
        try (RecordLog log = open(unreliable)) {
            change(log, "event:unreliable");
            log.sequence();
            assertThat(log.anchors().stampNow()).isEmpty();
            assertThat(log.anchors().missing()).isNotEmpty();
            answers[0] = true;
            assertThat(log.anchors().work()).isNotEmpty();
            assertThat(log.anchors().missing()).isEmpty();
        }
    }

    @Test
    void aWitnessCosignsByFilesAndOnlyWhatExtendsWhatItSaw() {
        try (RecordLog log = open()) {
            change(log, "event:witnessed");
            log.sequence();
            WitnessKey key = WitnessKey.open(home.resolve("witness.key"), "other.example/witness", new SecureRandom());
            Witness witness = new Witness(
                    home.resolve("seen"),
                    key.signer(),
                    Policy.of(log.current().verifierKeys().getFirst()),
                    Clock.systemUTC());

            byte[] request = log.anchors()
                    .witnessRequest(log.anchors().lastSeenBy("other.example/witness"))
                    .bytes();
            SignedNote answer = witness.cosign(WitnessRequest.parse(request));
            log.anchors().importCosignature(answer, key.signer().verifierKey());

            Logged logged = log.listLogged("event:witnessed").getFirst();
            assertThat(log.anchors().of(logged.log(), logged.index()).witnesses())
                    .containsExactly("other.example/witness");
            change(log, "event:witnessed-again");
            log.sequence();
            byte[] next = log.anchors()
                    .witnessRequest(log.anchors().lastSeenBy("other.example/witness"))
                    .bytes();
            assertThat(witness.cosign(WitnessRequest.parse(next)).signatures()).hasSize(1);
            assertThatThrownBy(() -> log.anchors()
                            .importCosignature(
                                    new SignedNote("another\n3\n" + "A".repeat(43) + "=\n", answer.signatures()),
                                    key.signer().verifierKey()))
                    .isInstanceOf(ConstanciaException.class);
        }
    }

    @Test
    void aLogWhoseCopiesWereLostRefusesEveryWriteAndSaysWhatToDo() throws Exception {
        try (TestDatabase database = TestDatabase.fresh()) {
            Path place = Files.createDirectory(home.resolve("another"));
            new CollectionRegister(database.owner()).found(collection, "test", true);
            try (RecordLog log = RecordLog.open(
                    place, place.resolve("copies"), database.database(), Clock.systemUTC(), new SecureRandom())) {
                records(database, log)
                        .write(session, writing -> writing.note(Change.Kind.EXPORT_MADE, "event:1", Map.of()));
                log.sequence();
            }
            try (RecordLog log = RecordLog.open(
                    place,
                    place.resolve("mounted-nowhere"),
                    database.database(),
                    Clock.systemUTC(),
                    new SecureRandom())) {
                assertThat(log.state()).isInstanceOf(LogState.ReadOnly.class);
                assertThatThrownBy(() -> records(database, log)
                                .write(session, writing -> writing.note(Change.Kind.EXPORT_MADE, "event:1", Map.of())))
                        .isInstanceOfSatisfying(ConstanciaException.class, refused -> {
                            assertThat(refused.problem()).isEqualTo(Problem.READ_ONLY);
                            assertThat(refused.facts()).containsKeys("reason", "remedy");
                        });
                assertThat(log.listLogged("event:1")).hasSize(1);

                log.acceptWithoutOutsideCopy();
                assertThat(log.state()).isEqualTo(new LogState.Writable());
            }
        }
    }

    private static Records records(TestDatabase database, RecordLog log) {
        return new Records(database.application(), Clock.systemUTC(), new SecureRandom(), log.permit());
    }
}
