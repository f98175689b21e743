package org.constancia.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import org.constancia.evidence.log.LogKeyring;
import org.constancia.evidence.log.TransparencyLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// `verify` on the command line: a whole log, with the exit codes that its users rely on.
final class EvidenceCommandsTest {
    @TempDir
    Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine constancia =
            Constancia.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));

    @Test
    void aLogIsValidInvalidOrCannotBeTold() throws Exception {
        LogKeyring keys = new LogKeyring(directory.resolve("keys"), "record.example/log", new SecureRandom());
        TransparencyLog log =
                TransparencyLog.open(directory.resolve("log"), directory.resolve("outside"), keys, Clock.systemUTC());
        Path policy = Files.writeString(directory.resolve("policy"), log.policy());
        String tiles = directory.resolve("log/1").toString();
        assertThat(constancia.execute("verify", tiles, "--policy", policy.toString()))
                .isZero();
        assertThat(out.toString()).endsWith("VALID\n");
        assertThat(constancia.execute("verify", tiles)).isEqualTo(2);
        assertThat(constancia.execute("verify", directory.resolve("none").toString(), "--json"))
                .isEqualTo(2);
        assertThat(out.toString()).contains("\"verdict\":\"cannot-tell\"");
        Path checkpoint = directory.resolve("log/1/checkpoint");
        Files.writeString(checkpoint, Files.readString(checkpoint).replaceFirst("\n0\n", "\n1\n"));
        assertThat(constancia.execute("verify", tiles, "--policy", policy.toString()))
                .isEqualTo(1);
        assertThat(out.toString()).contains("INVALID ");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void theCommandsExplainThemselvesWithExamples() {
        for (String command : new String[] {"verify", "export", "import"}) {
            assertThat(constancia.execute(command, "--help")).isZero();
        }
        assertThat(constancia.execute("dossier", "create", "--help")).isZero();
        assertThat(out.toString())
                .contains("constancia verify case.zip", "constancia dossier create --event", "--withhold");
        assertThat(constancia.execute("dossier")).isEqualTo(64);
    }
}
