package org.constancia.evidence.note;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.evidence.digest.Sha256;
import org.constancia.evidence.note.Policy.Judgement;
import org.junit.jupiter.api.Test;

class PolicyTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Clock CLOCK = Clock.systemUTC();
    private static final String ORIGIN = "record.example/log/1";
    private static final NoteSigner LOG = NoteSigner.generate(ORIGIN, SignatureType.ED25519, RANDOM);
    private static final NoteSigner POST_QUANTUM =
            NoteSigner.generate(ORIGIN, SignatureType.ML_DSA_44_COSIGNATURE, RANDOM);
    private static final NoteSigner X1 = witness("x1.example");
    private static final NoteSigner X2 = witness("x2.example");
    private static final NoteSigner X3 = witness("x3.example");
    private static final NoteSigner Y1 = witness("y1.example");

    /// The shape of the example in C2SP tlog-policy.
    private static final String TWO_OF_X_AND_ONE_OF_Y =
            """
            # two groups of witnesses
            log %s https://record.example/

              witness X1 %s
            witness\tX2 %s
            witness X3 %s
            group X 2 X1 X2 X3
            witness Y1 %s
            group Y any Y1
            group X-and-Y all X Y
            quorum X-and-Y
            """.formatted(LOG.verifierKey(), X1.verifierKey(), X2.verifierKey(), X3.verifierKey(), Y1.verifierKey());

    @Test
    void theQuorumIsMetByTheRightWitnessesOnly() {
        Policy policy = Policy.parse(TWO_OF_X_AND_ONE_OF_Y);
        assertThat(policy.logs()).containsExactly(LOG.verifierKey());
        assertThat(policy.judge(signed(LOG, X1, X3, Y1))).isInstanceOfSatisfying(Judgement.Accepted.class, accepted -> {
            assertThat(accepted.checkpoint().size()).isEqualTo(7);
            assertThat(accepted.log()).isEqualTo(LOG.verifierKey());
            assertThat(accepted.witnesses()).containsExactly("X1", "X3", "Y1");
        });
        assertThat(policy.judge(signed(LOG, X1, X2, X3, Y1))).isInstanceOf(Judgement.Accepted.class);
        assertRefused(policy, signed(LOG, X1, Y1), "quorum");
        assertRefused(policy, signed(LOG, X1, X2, X3), "quorum");
        assertRefused(policy, signed(LOG), "quorum");
        assertRefused(policy, signed(X1, X2, Y1), "no signature of a log key");
    }

    @Test
    void signaturesOfStrangersAreIgnored() {
        NoteSigner stranger = witness("stranger.example");
        NoteSigner namesake = witness("x1.example");
        assertThat(Policy.of(LOG.verifierKey()).judge(signed(LOG, stranger))).isInstanceOf(Judgement.Accepted.class);
        assertRefused(Policy.parse(TWO_OF_X_AND_ONE_OF_Y), signed(LOG, namesake, X2, Y1), "quorum");
    }

    @Test
    void aFalseSignatureInAKnownNameRefusesTheNote() {
        SignedNote good = signed(LOG, X1, X2, Y1);
        Checkpoint other = new Checkpoint(ORIGIN, 8, Sha256.digestOf("other".getBytes(UTF_8)));
        SignedNote resigned = LOG.sign(new SignedNote(other.text(), good.signatures()), CLOCK);
        assertRefused(Policy.parse(TWO_OF_X_AND_ONE_OF_Y), resigned, "a false cosignature");
        assertRefused(
                Policy.of(LOG.verifierKey()), new SignedNote(other.text(), good.signatures()), "a false signature");
    }

    @Test
    void thePostQuantumSignatureCanBeDemanded() {
        Policy policy = Policy.parse(
                "log %s\nwitness pq %s\nquorum pq".formatted(LOG.verifierKey(), POST_QUANTUM.verifierKey()));
        assertThat(policy.judge(signed(LOG, POST_QUANTUM))).isInstanceOf(Judgement.Accepted.class);
        assertRefused(policy, signed(LOG), "quorum");
        assertThat(Policy.of(POST_QUANTUM.verifierKey()).judge(signed(POST_QUANTUM)))
                .isInstanceOf(Judgement.Accepted.class);
    }

    @Test
    void anotherLogIsRefusedEvenWithItsOwnKey() {
        NoteSigner other = NoteSigner.generate("other.example/log", SignatureType.ED25519, RANDOM);
        assertRefused(Policy.of(other.verifierKey()), signed(LOG, other), "knows no log named " + ORIGIN);
    }

    @Test
    void aSignedTextThatIsNoCheckpointIsRefused() {
        SignedNote note = LOG.sign(new SignedNote("good morning\n", List.of()), CLOCK);
        assertRefused(Policy.of(LOG.verifierKey()), note, "not a checkpoint");
    }

    @Test
    void malformedPoliciesAreRefusedWithTheirLine() {
        String log = "log " + LOG.verifierKey() + "\n";
        String x1 = "witness X1 " + X1.verifierKey() + "\n";
        assertMalformed(log, 0, "no quorum");
        assertMalformed(log + "quorum X1", 2, "not defined");
        assertMalformed(log + "quorum none\nquorum none", 3, "second quorum");
        assertMalformed(log + log + "quorum none", 2, "same log key");
        assertMalformed("log " + X1.verifierKey(), 1, "a log does not sign");
        assertMalformed("witness L " + LOG.verifierKey(), 1, "a witness does not sign");
        assertMalformed(x1 + "witness X9 " + X1.verifierKey(), 2, "same witness key");
        assertMalformed(x1 + "witness X1 " + X2.verifierKey(), 2, "taken");
        assertMalformed("witness none " + X2.verifierKey(), 1, "taken");
        assertMalformed(x1 + "group g any X1 X7", 2, "not defined");
        assertMalformed(x1 + "group g any X1\ngroup h any X1", 3, "two groups");
        assertMalformed(x1 + "group g 2 X1", 2, "threshold");
        assertMalformed(x1 + "group g 0 X1", 2, "threshold");
        assertMalformed(x1 + "group g 01 X1", 2, "threshold");
        assertMalformed(x1 + "group g any", 2, "words");
        assertMalformed("log", 1, "words");
        assertMalformed("log a b c", 1, "words");
        assertMalformed("witness X", 1, "words");
        assertMalformed("quorum", 1, "words");
        assertMalformed("log nonsense", 1, "verifier key");
        assertMalformed("frog x", 1, "first word");
        assertMalformed("quorum none\r\n", 1, "control");
        assertMalformed("quorum none\u007f", 1, "control");
    }

    private static void assertMalformed(String text, int line, String reason) {
        assertThatExceptionOfType(ConstanciaException.class)
                .isThrownBy(() -> Policy.parse(text))
                .satisfies(failure -> {
                    assertThat(failure.facts()).containsEntry("line", line);
                    assertThat(String.valueOf(failure.facts().get("reason"))).contains(reason);
                });
    }

    private static void assertRefused(Policy policy, SignedNote note, String reason) {
        assertThat(policy.judge(note))
                .isInstanceOfSatisfying(
                        Judgement.Refused.class,
                        refused -> assertThat(refused.reason()).contains(reason));
    }

    private static SignedNote signed(NoteSigner... signers) {
        SignedNote note =
                new SignedNote(new Checkpoint(ORIGIN, 7, Sha256.digestOf("root".getBytes(UTF_8))).text(), List.of());
        for (NoteSigner signer : signers) {
            note = signer.sign(note, CLOCK);
        }
        return note;
    }

    private static NoteSigner witness(String name) {
        return NoteSigner.generate(name, SignatureType.ED25519_COSIGNATURE, RANDOM);
    }
}
