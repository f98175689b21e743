package org.constancia.bench.torture;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.constancia.core.record.CollectionId;
import org.constancia.store.postgres.Database;
import org.constancia.store.postgres.DatabaseLocation;
import org.constancia.store.record.CollectionRegister;
import org.constancia.store.record.Session;

/// Kills, at moments drawn from a seed, and checks after each time.
///
/// ```
/// TortureProgram T1|T2|T3|T4 HOME [--seed N] [--kills N] [--minutes N] [--check-every N]
/// ```
///
/// - T1 the program of 16 writers;
/// - T2 the database, and both, in turns;
/// - T3 one system call fails or kills, at every place at which a run without faults makes one (needs strace);
/// - T4 the disk of blobs and log is full (needs the right to mount a tmpfs).
public final class TortureProgram {
    private static final int WRITERS = 16;
    private static final int SWEPT_WRITERS = 2;
    private static final int SWEPT_ITEMS = 3;

    private final Path home;
    private final long seed;
    private final int checkEvery;
    private final Random moments;
    private final CollectionId collection;
    private final Victims victims;
    private final Verdicts verdicts;
    private final List<Long> restarts = new ArrayList<>();
    private int met;

    private TortureProgram(Path home, long seed, int checkEvery) throws IOException, InterruptedException {
        this.home = home;
        this.seed = seed;
        this.checkEvery = checkEvery;
        this.moments = new Random(seed);
        this.collection = new CollectionId(new UUID(seed, 0x8000_0000_0000_0000L));
        Files.createDirectories(home.resolve("files"));
        this.victims = new Victims(
                home.resolve("files"), home.resolve("database"), collection.toString(), home.resolve("errors"));
        this.verdicts = new Verdicts(victims, Session.working("torture", collection), seed);
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        long seed = number(arguments, "--seed", System.nanoTime());
        int kills = (int) number(arguments, "--kills", 50);
        long minutes = number(arguments, "--minutes", 1_000_000);
        System.out.println(arguments[0] + " seed " + seed + " kills " + kills);
        TortureProgram program = new TortureProgram(
                Path.of(arguments[1]).toAbsolutePath(), seed, (int) number(arguments, "--check-every", 1));
        long end = System.nanoTime() + Duration.ofMinutes(minutes).toNanos();
        int done = program.run(arguments[0], kills, end);
        program.report(arguments[0], kills, done);
        System.exit(program.verdicts.found().isEmpty() ? 0 : 1);
    }

    private static long number(String[] arguments, String name, long otherwise) {
        for (int i = 2; i + 1 < arguments.length; i++) {
            if (arguments[i].equals(name)) return Long.parseLong(arguments[i + 1]);
        }
        return otherwise;
    }

    /// One kill, and what is checked after it.
    @FunctionalInterface
    private interface Round {
        void run(int number) throws IOException, InterruptedException;
    }

    private int run(String test, int kills, long end) throws IOException, InterruptedException {
        if (test.equals("T2")) return rounds(test, kills, end, this::databaseKilled);
        try (Database server = open()) {
            return switch (test) {
                case "T1" -> rounds(test, kills, end, round -> killed(server, round));
                case "T3" -> {
                    List<FaultPlace> places = places(server);
                    yield rounds(
                            test,
                            Math.min(kills, places.size()),
                            end,
                            round -> failedCall(server, places.get(round), round));
                }
                case "T4" -> rounds(test, kills, end, round -> diskFull(server, round));
                default -> throw new IllegalArgumentException("T1, T2, T3 or T4: " + test);
            };
        }
    }

    private int rounds(String test, int asked, long end, Round each) throws IOException, InterruptedException {
        int round = 0;
        for (; round < asked && System.nanoTime() < end && verdicts.found().isEmpty(); round++) {
            each.run(round);
            if ((round + 1) % 10 == 0) {
                System.out.println(test + " round " + round + ": " + verdicts.acknowledged() + " acknowledged, "
                        + verdicts.refusals() + " refused, " + verdicts.found().size() + " found");
            }
        }
        return round;
    }

    private void killed(Database database, int round) throws IOException, InterruptedException {
        Process victim = started(round);
        letAcknowledge(victim, moments.nextInt(150));
        victim.toHandle().destroyForcibly();
        hearTheRest(victim);
        check(database, round, "T1 round " + round);
    }

    private Process started(int round) throws IOException {
        long begun = System.nanoTime();
        Process victim = victims.start(seed + round, WRITERS, 0);
        restarts.add(System.nanoTime() - begun);
        return victim;
    }

    /// The server of the database dies with no chance to clean up, alone or with the program.
    private void databaseKilled(int round) throws IOException, InterruptedException {
        Process victim;
        try (Database ignored = open()) {
            victim = victims.start(seed + round, WRITERS, 0);
            letAcknowledge(victim, moments.nextInt(150));
            long server = Long.parseLong(Files.readAllLines(postmaster()).getFirst());
            ProcessHandle.of(server).ifPresent(handle -> {
                List<ProcessHandle> all = new ArrayList<>(handle.descendants().toList());
                handle.destroyForcibly();
                all.forEach(ProcessHandle::destroyForcibly);
            });
            TimeUnit.MILLISECONDS.sleep(moments.nextInt(200));
            victim.toHandle().destroyForcibly();
            hearTheRest(victim);
        }
        if (!isChecked(round)) return;
        try (Database database = open()) {
            verdicts.check(database, "T2 round " + round);
        }
    }

    private Path postmaster() throws IOException {
        try (var files = Files.walk(home.resolve("database"))) {
            return files.filter(file -> file.endsWith("postmaster.pid"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /// The places of a run in which nothing fails, in an order drawn from the seed.
    private List<FaultPlace> places(Database database) throws IOException, InterruptedException {
        Process victim = victims.startWaiting(seed, SWEPT_WRITERS, SWEPT_ITEMS);
        Tracer tracer =
                Tracer.attach(victim, home.resolve("trace"), "-e", "trace=" + String.join(",", FaultPlace.CALLS));
        victims.begin(victim);
        hearTheRest(victim);
        List<FaultPlace> places = new ArrayList<>(FaultPlace.all(tracer.seen()));
        verdicts.check(database, "T3 without fault");
        Collections.shuffle(places, new Random(seed));
        System.out.println("T3 places: " + places.size());
        return places;
    }

    private void failedCall(Database database, FaultPlace place, int round) throws IOException, InterruptedException {
        int refused = verdicts.refusals();
        Process victim = victims.startWaiting(seed + round + 1, SWEPT_WRITERS, SWEPT_ITEMS);
        Tracer tracer = Tracer.attach(
                victim, home.resolve("trace"), "-e", "trace=" + place.call(), "-e", "inject=" + place.injection());
        victims.begin(victim);
        if (!victim.waitFor(2, TimeUnit.MINUTES)) victim.toHandle().destroyForcibly();
        hearTheRest(victim);
        boolean isMet =
                tracer.seen().stream().anyMatch(line -> line.contains("(INJECTED)") || line.contains("+++ killed"));
        if (isMet) met++;
        verdicts.mustHold(
                !isMet || !place.mustBeRefused() || verdicts.refusals() > refused,
                "T3 " + place + ": nothing was refused");
        check(database, round, "T3 " + place);
    }

    /// The files are on a small disk of memory, which gets room again after each round; needs the right to mount.
    private void diskFull(Database database, int round) throws IOException, InterruptedException {
        String files = victims.files().toString();
        if (round == 0) mount("-t", "tmpfs", "-o", "size=64m", "tmpfs", files);
        long room = used(victims.files()) / 1024 + 200 + moments.nextInt(2_000);
        mount("-o", "remount,size=" + room + "k", files);
        Process victim = victims.start(seed + round, WRITERS, 0);
        int refused = verdicts.refusals();
        letAcknowledge(victim, 20);
        for (int i = 0; i < 300 && verdicts.refusals() < refused + 20 && victim.isAlive(); i++) {
            letAcknowledge(victim, 5);
        }
        victim.toHandle().destroyForcibly();
        hearTheRest(victim);
        mount("-o", "remount,size=256m", files);
        check(database, round, "T4 round " + round);
    }

    private static long used(Path place) throws IOException {
        var disk = Files.getFileStore(place);
        return disk.getTotalSpace() - disk.getUsableSpace();
    }

    private static void mount(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("mount"));
        command.addAll(List.of(arguments));
        Process mount = new ProcessBuilder(command).inheritIO().start();
        if (mount.waitFor() != 0) throw new IOException("T4 needs the right to mount");
    }

    /// What is lost or disagrees stays so, hence checking only now and then finds it too, a few kills later.
    private void check(Database database, int round, String name) throws IOException, InterruptedException {
        if (isChecked(round)) verdicts.check(database, name);
    }

    private boolean isChecked(int round) {
        return (round + 1) % checkEvery == 0;
    }

    private Database open() {
        long begun = System.nanoTime();
        Database database = Database.open(new DatabaseLocation.Bundled(home.resolve("database")));
        new CollectionRegister(database.owner()).found(collection, "torture", true);
        restarts.add(System.nanoTime() - begun);
        return database;
    }

    private void letAcknowledge(Process victim, int lines) throws IOException, InterruptedException {
        BufferedReader printed = victim.inputReader(StandardCharsets.US_ASCII);
        for (int line = 0; line < lines; line++) {
            String said = printed.readLine();
            if (said == null) return;
            verdicts.hear(said);
        }
        TimeUnit.MILLISECONDS.sleep(moments.nextInt(50));
    }

    private void hearTheRest(Process victim) throws IOException, InterruptedException {
        try (BufferedReader printed = victim.inputReader(StandardCharsets.US_ASCII)) {
            printed.lines().forEach(verdicts::hear);
        }
        victim.waitFor();
    }

    private void report(String test, int asked, int done) {
        restarts.sort(null);
        long worst =
                restarts.isEmpty() ? 0 : restarts.get((int) Math.min(restarts.size() - 1, restarts.size() * 99L / 100));
        System.out.printf(
                "%s seed %d: asked %d, run %d; %d items acknowledged, %d refusals, %d proofs accepted by Go%s;"
                        + " restart p99 %.1f s; found %d%n",
                test,
                seed,
                asked,
                done,
                verdicts.acknowledged(),
                verdicts.refusals(),
                verdicts.proofsCheckedByGo(),
                verdicts.hasGo() ? "" : " (no Go here)",
                worst / 1e9,
                verdicts.found().size());
        if (test.equals("T3")) System.out.println("T3 places at which the fault happened: " + met);
        verdicts.found().forEach(System.out::println);
    }
}
