package org.constancia.core.confine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Torture test T14: a parser that was taken over does its deeds, and all of them are contained.
class ConfinedProgramTest {
    private static final Duration LONG = Duration.ofSeconds(50);
    private static final Duration SHORT = Duration.ofSeconds(2);

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({"exit, FAILED", "halt, FAILED", "throw, FAILED", "heap, OUT_OF_MEMORY", "stack, FAILED"})
    void whatEndsByItselfIsToldApart(String deed, Ending ending) {
        assertThat(run(LONG, deed)).isEqualTo(ending);
    }

    @ParameterizedTest
    @CsvSource({"loop", "sleep", "interrupt"})
    void whatDoesNotEndIsEnded(String deed) {
        assertThat(run(SHORT, deed)).isEqualTo(Ending.OUT_OF_TIME);
        assertThat(isRunning(Deeds.class.getName() + " " + deed)).isFalse();
    }

    @Test
    void processesThatItStartedEndWithIt() {
        assertThat(run(SHORT, "children")).isEqualTo(Ending.OUT_OF_TIME);
        assertThat(isRunning("sleep 617.25")).isFalse();
    }

    @Test
    void aFloodOfOutputGoesNowhere() {
        assertThat(run(LONG, "flood")).isEqualTo(Ending.FINISHED);
    }

    @Test
    void aFileLargerThanAllowedIsNotWritten() throws IOException {
        try (Room room = Room.in(directory)) {
            Path file = room.file("large");
            assertThat(program(LONG).run(room, List.of("disk", file.toString())))
                    .isEqualTo(Ending.FAILED);
            assertThat(Files.size(file)).isLessThanOrEqualTo(1 << 20);
        }
    }

    @Test
    void anAnswerInTheRoomIsWritten() throws IOException {
        try (Room room = Room.in(directory)) {
            Path answer = room.file("answer");
            assertThat(program(LONG).run(room, List.of("answer", answer.toString())))
                    .isEqualTo(Ending.FINISHED);
            assertThat(answer).hasContent("done");
        }
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void itDoesNotGetTheEnvironment() throws IOException {
        try (Room room = Room.in(directory)) {
            Path answer = room.file("answer");
            program(LONG).run(room, List.of("environment", answer.toString()));
            List<String> names = Arrays.asList(
                    Files.readString(answer).replaceAll("[\\[\\] ]", "").split(","));
            assertThat(names).isSubsetOf("PATH", "LANG", "LC_ALL", "LC_CTYPE", "TESSDATA_PREFIX", "PWD");
        }
    }

    @Test
    void nothingIsConnectedTo() throws IOException {
        assumeTrue(Walls.strongest() != Walls.NONE, "the machine grants no name spaces");
        try (ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(500);
            Ending ending = run(LONG, "connect", "127.0.0.1", String.valueOf(server.getLocalPort()));
            assertThat(ending).isEqualTo(Ending.FAILED);
            org.assertj.core.api.Assertions.assertThatThrownBy(server::accept)
                    .isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void withoutWallsItWouldConnect() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
                Room room = Room.in(directory)) {
            Ending ending = new ConfinedProgram(Deeds.class.getName(), allowance(LONG), Walls.NONE)
                    .run(room, List.of("connect", "127.0.0.1", String.valueOf(server.getLocalPort())));
            assertThat(ending).isEqualTo(Ending.FINISHED);
        }
    }

    @Test
    void nothingIsWrittenOutsideItsRoom() {
        assumeTrue(Walls.strongest() == Walls.BUBBLEWRAP, "bubblewrap is not installed or not allowed");
        Path outside = directory.resolve("outside");
        assertThat(run(LONG, "write", outside.toString())).isEqualTo(Ending.FAILED);
        assertThat(outside).doesNotExist();
        Path home = Path.of(System.getProperty("user.home"), "constancia-deed");
        assertThat(run(LONG, "write", home.toString())).isEqualTo(Ending.FAILED);
        assertThat(home).doesNotExist();
    }

    @Test
    void theParentIsOutOfItsReach() {
        assumeTrue(Walls.strongest() == Walls.BUBBLEWRAP, "bubblewrap is not installed or not allowed");
        run(LONG, "kill-parent", String.valueOf(ProcessHandle.current().pid()));
        assertThat(ProcessHandle.current().isAlive()).isTrue();
    }

    @Tag("slow")
    @RepeatedTest(50)
    void fiftyTimes() throws IOException {
        for (String deed : List.of("exit", "halt", "throw", "heap", "stack", "flood")) run(LONG, deed);
        for (String deed : List.of("loop", "children")) {
            assertThat(run(Duration.ofSeconds(2), deed)).isEqualTo(Ending.OUT_OF_TIME);
        }
        nothingIsConnectedTo();
        nothingIsWrittenOutsideItsRoom();
        theParentIsOutOfItsReach();
        aFileLargerThanAllowedIsNotWritten();
        assertThat(directory).isEmptyDirectory();
    }

    private Ending run(Duration time, String... arguments) {
        try (Room room = Room.in(directory)) {
            return program(time).run(room, List.of(arguments));
        }
    }

    private static ConfinedProgram program(Duration time) {
        return new ConfinedProgram(Deeds.class.getName(), allowance(time));
    }

    private static Allowance allowance(Duration time) {
        return new Allowance(64, time, 1 << 20);
    }

    private static boolean isRunning(String command) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(command))
                .anyMatch(ProcessHandle::isAlive);
    }
}
