package org.constancia.evidence.note;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.evidence.digest.Sha256;
import org.constancia.evidence.note.VerifierKey.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignedNoteTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Checkpoint HEAD =
            new Checkpoint("record.example/log/1", 7, Sha256.digestOf("root".getBytes(UTF_8)));

    /// The example key and note of C2SP signed-note.
    private static final String EXAMPLE_KEY = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

    private static final String EXAMPLE_NOTE = """
            This is an example message.

            \u2014 example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
            """;

    @Test
    void theExampleOfTheSpecificationVerifies() {
        SignedNote note = SignedNote.parse(EXAMPLE_NOTE);
        VerifierKey key = VerifierKey.parse(EXAMPLE_KEY);
        assertThat(note.text()).isEqualTo("This is an example message.\n");
        assertThat(key.verify(note)).isEqualTo(new Verdict.Valid(Optional.empty()));
        assertThat(note.format()).isEqualTo(EXAMPLE_NOTE);
        assertThat(key.format()).isEqualTo(EXAMPLE_KEY);
        assertThat(HexFormat.of().toHexDigits(key.keyId())).isEqualTo("530d903a");
        assertThat(new SignedNote("This is another message.\n", note.signatures()))
                .satisfies(other -> assertThat(key.verify(other)).isEqualTo(new Verdict.Invalid()));
    }

    @ParameterizedTest
    @EnumSource
    void everyTypeSignsAndVerifies(SignatureType type) {
        NoteSigner signer = NoteSigner.generate("w.example", type, RANDOM);
        VerifierKey key = VerifierKey.parse(signer.verifierKey().format());
        assertThat(key).isEqualTo(signer.verifierKey()).hasSameHashCodeAs(signer.verifierKey());
        SignedNote note = signer.sign(new SignedNote(HEAD.text(), List.of()), NOON);
        SignedNote read = SignedNote.parse(note.bytes());
        assertThat(read).isEqualTo(note);
        assertThat(key.verify(read))
                .isEqualTo(new Verdict.Valid(type.isTimed() ? Optional.of(NOON.instant()) : Optional.empty()));
        Checkpoint grown = new Checkpoint(HEAD.origin(), 8, HEAD.root());
        assertThat(key.verify(new SignedNote(grown.text(), read.signatures()))).isEqualTo(new Verdict.Invalid());
        assertThat(key.verify(new SignedNote(HEAD.text(), List.of()))).isEqualTo(new Verdict.NotSigned());
    }

    @ParameterizedTest
    @EnumSource
    void everyByteOfASignatureCounts(SignatureType type) {
        NoteSigner signer = NoteSigner.generate("w.example", type, RANDOM);
        byte[] good = signer.sign(HEAD.text(), NOON).bytes();
        int step = type == SignatureType.ML_DSA_44_COSIGNATURE ? 97 : 1;
        for (int place = 0; place < good.length; place += step) {
            byte[] bad = good.clone();
            bad[place] ^= 0x10;
            assertThat(verify(signer, bad)).as("byte %d", place).isEqualTo(new Verdict.Invalid());
        }
        assertThat(verify(signer, Arrays.copyOf(good, good.length - 1))).isEqualTo(new Verdict.Invalid());
        assertThat(verify(signer, Arrays.copyOf(good, good.length + 1))).isEqualTo(new Verdict.Invalid());
        assertThat(verify(signer, good)).isInstanceOf(Verdict.Valid.class);
    }

    private static Verdict verify(NoteSigner signer, byte[] bytes) {
        NoteSignature signature = new NoteSignature(
                signer.verifierKey().name(), signer.verifierKey().keyId(), bytes);
        return signer.verifierKey().verify(new SignedNote(HEAD.text(), List.of(signature)));
    }

    @Test
    void thePostQuantumStatementIsLaidOutAsSpecified() {
        byte[] statement = SignedMessage.of(SignatureType.ML_DSA_44_COSIGNATURE, "w", HEAD.text(), 0x0102);
        assertThat(HexFormat.of().formatHex(statement))
                .isEqualTo(HexFormat.of().formatHex("subtree/v1\n\0".getBytes(UTF_8))
                        + "0177" + "0000000000000102"
                        + "14" + HexFormat.of().formatHex("record.example/log/1".getBytes(UTF_8))
                        + "0000000000000000" + "0000000000000007" + HEAD.root().hex());
        assertThat(new String(SignedMessage.of(SignatureType.ED25519_COSIGNATURE, "w", "a\n", 5), UTF_8))
                .isEqualTo("cosignature/v1\ntime 5\na\n");
    }

    @Test
    void aNewSignatureOfTheSameKeyReplacesTheOlder() {
        NoteSigner witness = NoteSigner.generate("w.example", SignatureType.ED25519_COSIGNATURE, RANDOM);
        NoteSigner other = NoteSigner.generate("w.example", SignatureType.ED25519_COSIGNATURE, RANDOM);
        SignedNote note = witness.sign(new SignedNote(HEAD.text(), List.of()), NOON);
        note = other.sign(note, NOON);
        note = witness.sign(note, Clock.offset(NOON, Duration.ofHours(1)));
        assertThat(note.signatures()).hasSize(2);
        assertThat(witness.verifierKey().verify(note))
                .isEqualTo(new Verdict.Valid(Optional.of(NOON.instant().plusSeconds(3600))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text\n",
                "text\n\n",
                "text\n\nnot a signature\n",
                "text\n\n\u2014 name\n",
                "text\n\n\u2014 name AAAA\n",
                "text\n\n\u2014 name AAAAAAA\n",
                "text\n\n\u2014 name AAAAAAF=\n",
                "text\n\n\u2014 na+me AAAAAAA=\n",
                "text\n\n\u2014  AAAAAAA=\n",
                "te\txt\n\n\u2014 name AAAAAAA=\n",
                "text\n\n\u2014 name AAAAAAA=",
                "text\n\n\u2014 name AAAAAAA= \n",
                "text\n\n\u2014 na\u00a0me AAAAAAA=\n"
            })
    void whatIsNoSignedNoteIsRefused(String text) {
        assertRefused(() -> SignedNote.parse(text));
        assertRefused(() -> SignedNote.parse(text.getBytes(UTF_8)));
    }

    @Test
    void aNoteWithSixtyFourSignaturesIsReadAndALongerOneRefused() {
        String line = "\u2014 name AAAAAAA=\n";
        assertThat(SignedNote.parse("text\n\n" + line.repeat(64)).signatures()).hasSize(64);
        assertRefused(() -> SignedNote.parse("text\n\n" + line.repeat(65)));
        assertRefused(() -> SignedNote.parse(new byte[(1 << 20) + 1]));
        assertRefused(() -> SignedNote.parse(HexFormat.of().parseHex("ff0a0a")));
        assertThat(SignedNote.parse("a\n\nb\n\n" + line).text()).isEqualTo("a\n\nb\n");
        assertThatIllegalArgumentException().isThrownBy(() -> new SignedNote("no newline", List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new SignedNote("a\r\n", List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.com/foo",
                "example.com/foo+530d903a",
                "example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/fop+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530d903a+AukyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530d903a+",
                "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U==",
                "example.com/foo+530d903a+!",
                "+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
            })
    void whatIsNoVerifierKeyIsRefused(String text) {
        assertRefused(() -> VerifierKey.parse(text));
    }

    @Test
    void checkpointsAreReadAsWritten() {
        Checkpoint extended = new Checkpoint("o", 0, HEAD.root(), List.of("extension"));
        assertThat(Checkpoint.parse(HEAD.text())).isEqualTo(HEAD);
        assertThat(Checkpoint.parse(extended.text())).isEqualTo(extended);
        assertThat(Checkpoint.parse("o\n9223372036854775807\n" + root() + "\n").size())
                .isEqualTo(Long.MAX_VALUE);
        assertThatIllegalArgumentException().isThrownBy(() -> new Checkpoint("", 1, HEAD.root()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Checkpoint("a\nb", 1, HEAD.root()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Checkpoint("a", -1, HEAD.root()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "o\n1\n",
                "o\n01\nR\n",
                "o\n-1\nR\n",
                "o\n+1\nR\n",
                "o\n9223372036854775808\nR\n",
                "o\n1\nR",
                "\n1\nR\n",
                "o\n1\nR\n\n",
                "o\n1\n\nR\n",
                "o\n1\nAAAA\n",
                "o\n1\n=\n"
            })
    void whatIsNoCheckpointIsRefused(String text) {
        assertRefused(() -> Checkpoint.parse(text.replace("R", root())));
    }

    private static String root() {
        return Base64.getEncoder().encodeToString(HEAD.root().bytes());
    }

    static void assertRefused(ThrowingCallable call) {
        assertThatExceptionOfType(ConstanciaException.class)
                .isThrownBy(call)
                .satisfies(failure -> assertThat(failure.problem()).isEqualTo(Problem.BAD_INPUT));
    }
}
