package org.constancia.evidence.witness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.evidence.log.TestLog;
import org.constancia.evidence.log.TransparencyLog;
import org.constancia.evidence.note.LogProof;
import org.constancia.evidence.note.NoteSigner;
import org.constancia.evidence.note.Policy;
import org.constancia.evidence.note.SignatureType;
import org.constancia.evidence.note.SignedNote;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WitnessTest {
    private static final SecureRandom RANDOM = new SecureRandom();

    @TempDir
    Path home;

    @Test
    void aWitnessCosignsByFilesAndThePolicyCountsIt() {
        TransparencyLog log = new TestLog(home).open();
        log.append(TestLog.entries(0, 10));
        NoteSigner key = NoteSigner.generate("partner.example", SignatureType.ED25519_COSIGNATURE, RANDOM);
        Witness witness = witness(key, log);
        SignedNote answer =
                witness.cosign(WitnessRequest.parse(WitnessRequest.of(log, 0).bytes()));
        SignedNote merged = Witness.merge(log.checkpoint(), SignedNote.parse(answer.bytes()), key.verifierKey());
        Policy policy = Policy.parse("log %s\nwitness partner %s\nquorum partner\n"
                .formatted(log.verifierKeys().getFirst(), key.verifierKey()));
        assertThat(policy.judge(merged)).isInstanceOf(Policy.Judgement.Accepted.class);
        assertThat(policy.judge(log.checkpoint())).isInstanceOf(Policy.Judgement.Refused.class);
        assertThat(log.proof(3, merged).verify(log.entry(3), policy)).isInstanceOf(LogProof.Result.Proven.class);

        log.append(TestLog.entries(10, 90));
        assertRefused(Problem.CHANGED_MEANWHILE, () -> witness.cosign(WitnessRequest.of(log, 0)));
        witness.cosign(WitnessRequest.of(log, 10));
        assertRefused(Problem.CHANGED_MEANWHILE, () -> witness.cosign(WitnessRequest.of(log, 10)));
        assertRefused(Problem.BAD_INPUT, () -> Witness.merge(log.checkpoint(), answer, key.verifierKey()));
    }

    @Test
    void aWitnessNeverCosignsTwoHistories() {
        TestLog honest = new TestLog(home.resolve("honest"), home.resolve("keys"));
        TestLog forged = new TestLog(home.resolve("forged"), home.resolve("keys"));
        TransparencyLog log = honest.open();
        log.append(TestLog.entries(0, 10));
        TransparencyLog fork = forged.open();
        fork.append(TestLog.entries(500, 20));
        NoteSigner key = NoteSigner.generate("partner.example", SignatureType.ML_DSA_44_COSIGNATURE, RANDOM);
        witness(key, log).cosign(WitnessRequest.of(log, 0));
        assertRefused(Problem.BAD_INPUT, () -> witness(key, log).cosign(WitnessRequest.of(fork, 10)));
    }

    @Test
    void strangersAndMalformedRequestsAreRefused() {
        TransparencyLog log = new TestLog(home).open();
        TransparencyLog stranger = new TestLog(home.resolve("stranger")).open();
        NoteSigner key = NoteSigner.generate("partner.example", SignatureType.ED25519_COSIGNATURE, RANDOM);
        assertRefused(Problem.BAD_INPUT, () -> witness(key, log).cosign(WitnessRequest.of(stranger, 0)));
        String good = new String(WitnessRequest.of(log, 0).bytes(), UTF_8);
        for (String bad :
                List.of("", "old 0\n", good.replace("old 0", "old 01"), good.replace("old 0\n", "old 0\n!\n"))) {
            assertRefused(Problem.BAD_INPUT, () -> WitnessRequest.parse(bad.getBytes(UTF_8)));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Witness(
                        home,
                        NoteSigner.generate("x", SignatureType.ED25519, RANDOM),
                        Policy.parse(log.policy()),
                        TestLog.NOON));
    }

    @Test
    void thePaperCheckpointIsReadBackFromItsCode() throws Exception {
        TransparencyLog log = new TestLog(home).open();
        log.append(TestLog.entries(0, 10));
        PaperCheckpoint paper =
                PaperCheckpoint.of(log.checkpoint(), log.verifierKeys().getFirst());
        assertThat(paper.lines()).hasSize(3).startsWith("record.example/log/1", "10");
        String read = scan(paper.modules());
        assertThat(Policy.of(log.verifierKeys().getFirst()).judge(SignedNote.parse(read)))
                .isInstanceOf(Policy.Judgement.Accepted.class);
        assertThat(paper.svg())
                .startsWith("<svg")
                .contains("record.example/log/1")
                .endsWith("</svg>\n");
    }

    /// Two in a hundred codes of this size are not found by a scanner, unless they were read back when made.
    @Test
    void everyCodeIsFoundByAScanner() throws Exception {
        Random random = new Random(5);
        for (int i = 0; i < 400; i++) {
            byte[] root = new byte[32];
            byte[] signature = new byte[68];
            random.nextBytes(root);
            random.nextBytes(signature);
            Base64.Encoder base64 = Base64.getEncoder();
            String content = "record.example/log/1\n10\n%s\n\n— record.example/log/1 %s\n"
                    .formatted(base64.encodeToString(root), base64.encodeToString(signature));
            assertThat(scan(ScannableCode.of(content))).isEqualTo(content);
        }
    }

    private static String scan(boolean[][] modules) throws ReaderException {
        int scale = 4;
        int side = modules.length * scale;
        int[] pixels = new int[side * side];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = modules[i / side / scale][i % side / scale] ? 0 : 0xffffff;
        }
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(side, side, pixels))))
                .getText();
    }

    private Witness witness(NoteSigner key, TransparencyLog log) {
        return new Witness(
                home.resolve("witness"), key, Policy.of(log.verifierKeys().getFirst()), TestLog.NOON);
    }

    private static void assertRefused(Problem problem, ThrowingCallable call) {
        assertThatExceptionOfType(ConstanciaException.class)
                .isThrownBy(call)
                .satisfies(failure -> assertThat(failure.problem()).isEqualTo(problem));
    }
}
