package org.constancia.store.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;

/// Another program that has the same home open: a Java process of its own, told what to do line by line.
final class AnotherProgram implements AutoCloseable {
    private final Process process;
    private final BufferedReader answers;
    private final PrintWriter orders;

    private AnotherProgram(Process process) {
        this.process = process;
        answers = process.inputReader(StandardCharsets.UTF_8);
        orders = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
    }

    /// Starts the program without waiting.
    static AnotherProgram start(Path home) throws IOException {
        return new AnotherProgram(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AnotherProgram.class.getName(),
                        home.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /// Waits until it has the server; returns the address it found.
    String awaitOpen() throws IOException {
        return answer();
    }

    /// Has it insert rows, one transaction each, for ever; returns once the given number was acknowledged.
    int insertUntil(int acknowledged) throws IOException {
        orders.println("insert");
        int last = 0;
        while (last < acknowledged) {
            last = Integer.parseInt(answer());
        }
        return last;
    }

    /// Kills it with no chance to clean up; returns the last row it had acknowledged, at least the given one.
    int kill(int acknowledged) throws IOException {
        process.toHandle().destroyForcibly();
        int last = acknowledged;
        for (String line = answers.readLine(); line != null; line = answers.readLine()) {
            last = line.matches("\\d+") ? Integer.parseInt(line) : last;
        }
        return last;
    }

    private String answer() throws IOException {
        String line = answers.readLine();
        if (line == null) {
            throw new IOException("The other program ended");
        }
        return line;
    }

    /// Lets it close the server and end.
    @Override
    public void close() throws IOException {
        orders.close();
        try {
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    public static void main(String[] arguments) throws IOException {
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (BundledPostgres server = BundledPostgres.open(Path.of(arguments[0]), line -> {})) {
            System.out.println(server.url());
            if ("insert".equals(orders.readLine())) {
                insert(server);
            }
        } catch (SQLException serverIsGone) {
            System.out.println("The server is gone");
        }
    }

    private static void insert(BundledPostgres server) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(server.url(), BundledPostgres.OWNER, server.ownerPassword());
                Statement statement = connection.createStatement()) {
            statement.execute("create table acknowledged (n int)");
            for (int n = 1; ; n++) {
                statement.execute("insert into acknowledged values (" + n + ")");
                System.out.println(n);
            }
        }
    }
}
