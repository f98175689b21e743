package org.constancia.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.core.ConsoleAppender;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.store.postgres.DatabaseLocation;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class ConstanciaTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Where where = new Where();
    private final CommandLine constancia = Constancia.commandLine()
            .addSubcommand(new Refused())
            .addSubcommand(new Broken())
            .addSubcommand(where)
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true));

    @Test
    void aKnownFailureIsOneLineAndTheCodeOfItsProblem() {
        assertThat(constancia.execute("refused")).isEqualTo(65);
        assertThat(err.toString()).isEqualTo("constancia: The file is too large (limit: 50 MB) [too-large]\n");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void debugShowsTheTrace() {
        assertThat(constancia.execute("refused", "--debug")).isEqualTo(65);
        assertThat(err.toString()).contains("at org.constancia.app.cli.ConstanciaTest$Refused");
    }

    @Test
    void anUnknownFailureIsOurMistake() {
        assertThat(constancia.execute("broken")).isEqualTo(70);
        assertThat(err.toString()).contains("a mistake of ours").hasLineCount(1);
    }

    @Test
    void anUnknownCommandSuggestsAKnownOne() {
        assertThat(constancia.execute("refuse")).isEqualTo(64);
        assertThat(err.toString()).contains("Did you mean").contains("refused");
    }

    @Test
    void noCommandShowsTheUsageAndIsWrongUse() {
        assertThat(constancia.execute()).isEqualTo(64);
        assertThat(err.toString()).contains("Usage: constancia");
    }

    @Test
    void versionNamesTheProgramAndTheJava() {
        assertThat(constancia.execute("--version")).isZero();
        assertThat(out.toString()).startsWith("constancia ").contains("Java 25");
    }

    @Test
    void librariesSpeakFromWarningsOnAndNotOnStandardOutput() {
        Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        assertThat(root.getLevel()).isEqualTo(Level.WARN);
        assertThat(root.iteratorForAppenders())
                .toIterable()
                .singleElement()
                .isInstanceOfSatisfying(
                        ConsoleAppender.class,
                        console -> assertThat(console.getTarget()).isEqualTo("System.err"));
    }

    @Test
    void homeIsAcceptedBeforeAndAfterTheCommand() {
        constancia.execute("--home", "/srv/one", "where");
        assertThat(where.found).isEqualTo(new DatabaseLocation.Bundled(Path.of("/srv/one")));
        constancia.execute("where", "--home", "/srv/other");
        assertThat(where.found).isEqualTo(new DatabaseLocation.Bundled(Path.of("/srv/other")));
    }

    @Test
    void aDatabaseUrlReplacesTheBundledServer() {
        constancia.execute("where", "--home", "/srv/one", "--database-url", "postgresql://o:secret@db/constancia");
        assertThat(where.found)
                .isEqualTo(new DatabaseLocation.External("postgresql://o:secret@db/constancia", Path.of("/srv/one")));
        assertThat(where.found.toString()).doesNotContain("secret");
    }

    @Command(name = "refused")
    private static final class Refused implements Runnable {
        @Override
        public void run() {
            throw new ConstanciaException(Problem.TOO_LARGE, "The file is too large").with("limit", "50 MB");
        }
    }

    @Command(name = "broken")
    private static final class Broken implements Runnable {
        @Override
        public void run() {
            throw new IllegalStateException("index 3 of 2");
        }
    }

    @Command(name = "where")
    private static final class Where implements Runnable {
        @Mixin
        private DatabaseOption database = new DatabaseOption();

        private DatabaseLocation found = new DatabaseLocation.Bundled(Path.of("/"));

        @Override
        public void run() {
            found = database.location();
        }
    }
}
