package org.constancia.core.confine;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A parser that was taken over: it does the deed it is asked for.
final class Deeds {
    private Deeds() {}

    public static void main(String[] arguments) throws Exception {
        switch (arguments[0]) {
            case "answer" -> Files.writeString(Path.of(arguments[1]), "done");
            case "exit" -> System.exit(7);
            case "halt" -> Runtime.getRuntime().halt(9);
            case "throw" -> throw new IllegalStateException("by itself");
            case "heap" -> fill();
            case "stack" -> deeper(0);
            case "loop" -> loop();
            case "sleep" -> Thread.sleep(600_000);
            case "interrupt" -> ignoreInterrupts();
            case "flood" -> flood();
            case "disk" -> fillDisk(Path.of(arguments[1]));
            case "connect" -> connect(arguments[1], Integer.parseInt(arguments[2]));
            case "write" -> Files.writeString(Path.of(arguments[1]), "outside");
            case "children" -> children();
            case "environment" ->
                Files.writeString(
                        Path.of(arguments[1]), System.getenv().keySet().toString());
            case "kill-parent" ->
                ProcessHandle.of(Long.parseLong(arguments[1])).ifPresent(ProcessHandle::destroyForcibly);
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private static void fill() {
        List<long[]> all = new ArrayList<>();
        while (true) all.add(new long[1 << 20]);
    }

    private static int deeper(int depth) {
        return deeper(depth + 1) + 1;
    }

    @SuppressWarnings("InfiniteLoopStatement")
    private static void loop() {
        long i = 0;
        while (true) i++;
    }

    private static void ignoreInterrupts() {
        while (true) {
            try {
                Thread.sleep(1000);
            } catch (InterruptedException ignored) {
                // this is the deed
            }
        }
    }

    private static void flood() {
        String line = "x".repeat(10_000);
        for (int i = 0; i < 2_000; i++) {
            System.out.println(line);
            System.err.println(line);
        }
    }

    private static void fillDisk(Path file) throws IOException {
        byte[] megabyte = new byte[1 << 20];
        try (var out = Files.newOutputStream(file)) {
            for (int i = 0; i < 64; i++) out.write(megabyte);
        }
    }

    private static void connect(String host, int port) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), 2000);
        }
    }

    private static void children() throws IOException, InterruptedException {
        for (int i = 0; i < 20; i++) new ProcessBuilder("sleep", "617.25").start();
        Thread.sleep(600_000);
    }
}
