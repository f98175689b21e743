package org.constancia.bench.people;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Writes a fictional victim list of any size, the same bytes for the same seed.
///
/// `PeopleGenerator RECORDS SEED FILE.csv`. Events have 1 to 60 victims (most of them one); of several
/// victims a third come in families of 2 to 6 who share surnames, day and place; one person in 25 has a
/// second event; a person stands in 1 to 9 records (2.3 on average) of 40 lists, each with the habits and
/// accidents of [Corruption]. Places are skewed like the surnames. Names and numbers are made up; any
/// likeness with a person is chance.
///
/// People are made in groups of 2,000, which are shuffled each for itself, so that memory does not grow with
/// the file.
public final class PeopleGenerator {
    private static final String HEADER =
            "record_id,person,list,given1,given2,surname1,surname2,sex,birth_date,event_date,event_type,muni_code,doc_number";
    private static final int LISTS = 40;
    private static final int GROUP = 2000;
    private static final int PLACES = 1100;

    private final SplittableRandom random;
    private final NamePool men;
    private final NamePool women;
    private final NamePool surnames;
    private final List<Corruption> lists = new ArrayList<>();
    private int people;

    private PeopleGenerator(int records, long seed) {
        random = new SplittableRandom(seed);
        int tail = (int) Math.max(3000, Math.sqrt(records) * 20);
        men = NamePool.men(tail / 2, random);
        women = NamePool.women(tail / 2, random);
        surnames = NamePool.surnames(tail, random);
        for (int list = 0; list < LISTS; list++) {
            lists.add(new Corruption("L%02d".formatted(list), random.split()));
        }
    }

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 3) {
            throw new IllegalArgumentException("PeopleGenerator RECORDS SEED FILE.csv");
        }
        int records = Integer.parseInt(arguments[0]);
        new PeopleGenerator(records, Long.parseLong(arguments[1])).write(records, Path.of(arguments[2]));
    }

    private void write(int records, Path file) throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            writer.write(HEADER + "\n");
            int written = 0;
            while (written < records) {
                for (String line : group()) {
                    if (written < records) {
                        writer.write(written + "," + line + "\n");
                        written++;
                    }
                }
            }
        }
    }

    private List<String> group() {
        List<String> lines = new ArrayList<>();
        int until = people + GROUP;
        while (people < until) {
            event(lines);
        }
        for (int i = lines.size() - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            String swap = lines.get(i);
            lines.set(i, lines.get(j));
            lines.set(j, swap);
        }
        return lines;
    }

    private void event(List<String> lines) {
        Person.Happening happening = happening();
        int victims = random.nextInt(100) < 70
                ? 1
                : random.nextInt(100) < 95 ? 2 + random.nextInt(8) : 10 + random.nextInt(51);
        while (victims > 0) {
            boolean family = victims > 1 && random.nextInt(3) == 0;
            int members = family ? Math.min(victims, 2 + random.nextInt(5)) : 1;
            String surname1 = surnames.draw(random);
            String surname2 = surnames.draw(random);
            for (int member = 0; member < members; member++) {
                person(surname1, surname2, happening, lines);
            }
            victims -= members;
        }
    }

    private Person.Happening happening() {
        LocalDate day = LocalDate.of(1985, 1, 1).plusDays(random.nextInt(30 * 365));
        double skew = random.nextDouble();
        int municipality = (int) (PLACES * skew * skew * skew);
        int place = (5 + municipality % 33 * 2) * 1000 + 1 + municipality / 33 * 17;
        double kind = random.nextDouble();
        return new Person.Happening(day, Corruption.TYPES[(int) (Corruption.TYPES.length * kind * kind)], place);
    }

    private void person(String surname1, String surname2, Person.Happening happening, List<String> lines) {
        boolean man = random.nextInt(100) < 80;
        NamePool given = man ? men : women;
        Person person = new Person(
                people++,
                given.draw(random),
                random.nextInt(100) < 60 ? given.draw(random) : "",
                surname1,
                surname2,
                man ? 'M' : 'F',
                happening.day().minusDays(365L * 14 + random.nextInt(365 * 50)),
                Long.toString(random.nextLong(10_000_000L, 1_200_000_000L)),
                happening);
        int records = 1;
        while (records < 9 && random.nextInt(100) < 56) {
            records++;
        }
        Person again = random.nextInt(25) == 0 ? person.after(happening()) : person;
        for (int record = 0; record < records; record++) {
            Person told = record > 0 && random.nextInt(2) == 0 ? again : person;
            String[] cells = lists.get(random.nextInt(LISTS)).record(told);
            lines.add(person.id() + "," + String.join(",", cells));
        }
    }
}
