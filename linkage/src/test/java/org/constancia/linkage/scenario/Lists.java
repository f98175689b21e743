package org.constancia.linkage.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.constancia.linkage.Linkage;
import org.constancia.linkage.LinkageResult;
import org.constancia.linkage.LinkageSettings;
import org.constancia.linkage.read.CsvTables;
import org.constancia.linkage.record.People;
import org.constancia.linkage.review.Label;
import org.constancia.linkage.review.Labels;

/// Lists for scenarios: the lines of the scenario among some hundred records of other people, from which the
/// model learns what is usual.
final class Lists {
    static final String HEADER =
            "record_id,list,given1,given2,surname1,surname2,sex,birth_date,event_date,event_type,muni_code,doc_number";
    private static final String[] GIVEN = {
        "ANA",
        "LUIS",
        "MARTA",
        "PEDRO",
        "JULIO",
        "ROSA",
        "NELSON",
        "OLGA",
        "HUGO",
        "ELVIRA",
        "DARIO",
        "INES",
        "FELIX",
        "GLORIA",
        "RAMIRO",
        "SONIA",
        "TOMAS",
        "URIEL",
        "VILMA",
        "WILSON",
        "YOLANDA",
        "ZORAIDA",
        "AURELIO",
        "BERNARDA"
    };
    private static final String[] SURNAMES = {
        "ARANGO",
        "BUSTOS",
        "CANO",
        "DURAN",
        "ESCOBAR",
        "FAJARDO",
        "GALVIS",
        "HOYOS",
        "ISAZA",
        "JARAMILLO",
        "LLANOS",
        "MESA",
        "NARVAEZ",
        "OROZCO",
        "PINZON",
        "QUIROGA",
        "RUEDA",
        "SIERRA",
        "TOVAR",
        "URIBE",
        "VELEZ",
        "YEPES",
        "ZAMBRANO",
        "ABRIL",
        "BECERRA",
        "CHAPARRO",
        "DELGADO",
        "ESPITIA",
        "FORERO",
        "GARZON"
    };

    private Lists() {}

    /// Six hundred people, half of them in two lists, a tenth of those with a typing error.
    static List<String> others() {
        SplittableRandom random = new SplittableRandom(11);
        List<String> lines = new ArrayList<>();
        for (int person = 0; person < 600; person++) {
            String given = GIVEN[random.nextInt(GIVEN.length)];
            String second = random.nextInt(3) == 0 ? "" : GIVEN[random.nextInt(GIVEN.length)];
            String surname = SURNAMES[random.nextInt(SURNAMES.length)];
            String other = SURNAMES[random.nextInt(SURNAMES.length)];
            String birth =
                    "19%02d-%02d-%02d".formatted(random.nextInt(30, 90), random.nextInt(1, 13), random.nextInt(1, 29));
            String event = "%04d-%02d-%02d"
                    .formatted(random.nextInt(1995, 2012), random.nextInt(1, 13), random.nextInt(1, 29));
            String place = "%02d%03d".formatted(random.nextInt(1, 30), random.nextInt(1, 40));
            String document = String.valueOf(random.nextInt(10_000_000, 99_999_999));
            if (person % 5 == 0) {
                lines.add(companion(person, surname, other, event, place, random));
            }
            if (person % 5 == 1) {
                String stranger = SURNAMES[random.nextInt(SURNAMES.length)];
                lines.add(companion(person, stranger, SURNAMES[random.nextInt(SURNAMES.length)], event, place, random));
            }
            for (int copy = 0; copy < (person % 2 == 0 ? 2 : 1); copy++) {
                String written =
                        copy == 1 && random.nextInt(10) == 0 ? surname.substring(0, 2) + surname.substring(3) : surname;
                lines.add(String.join(
                        ",",
                        "p" + person + (copy == 0 ? "a" : "b"),
                        copy == 0 ? "L1" : "L2",
                        given,
                        second,
                        written,
                        other,
                        person % 2 == 0 ? "M" : "F",
                        random.nextInt(3) == 0 ? "" : birth,
                        event,
                        "HOMICIDIO",
                        place,
                        random.nextInt(2) == 0 ? "" : document));
            }
        }
        return lines;
    }

    /// Another person at the same event: a relative if the surnames are the same.
    private static String companion(
            int person, String surname, String other, String event, String place, SplittableRandom random) {
        String birth =
                "19%02d-%02d-%02d".formatted(random.nextInt(30, 90), random.nextInt(1, 13), random.nextInt(1, 29));
        return String.join(
                ",",
                "c" + person,
                random.nextBoolean() ? "L1" : "L2",
                GIVEN[random.nextInt(GIVEN.length)],
                "",
                surname,
                other,
                random.nextBoolean() ? "M" : "F",
                birth,
                event,
                "HOMICIDIO",
                place,
                "");
    }

    static People people(Path folder, String... lines) {
        List<String> all = new ArrayList<>(List.of(HEADER));
        all.addAll(List.of(lines));
        all.addAll(others());
        return read(write(folder, "list.csv", String.join("\n", all), StandardCharsets.UTF_8));
    }

    static Path write(Path folder, String name, String text, Charset charset) {
        try {
            return Files.write(folder.resolve(name), text.getBytes(charset));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static People read(Path... files) {
        return People.of(CsvTables.read(List.of(files), Map.of(), Set.of()), 2026);
    }

    static LinkageResult link(People people) {
        return Linkage.of(people, LinkageSettings.usual()).run();
    }

    static LinkageResult link(People people, Label... labels) {
        return Linkage.of(people, LinkageSettings.usual()).run(new Labels(List.of(labels)));
    }

    static int number(People people, String id) {
        for (int record = 0; record < people.size(); record++) {
            if (people.id(record).equals(id)) {
                return record;
            }
        }
        throw new IllegalArgumentException(id);
    }

    static boolean together(LinkageResult result, String one, String other) {
        return result.clusters().of(number(result.people(), one))
                == result.clusters().of(number(result.people(), other));
    }

    /// Clusters of two or more as sets of ids, whatever their numbers.
    static Set<Set<String>> groups(LinkageResult result) {
        Map<Integer, Set<String>> groups = new TreeMap<>();
        for (int record = 0; record < result.people().size(); record++) {
            groups.computeIfAbsent(result.clusters().of(record), cluster -> new TreeSet<>())
                    .add(result.people().id(record));
        }
        return Set.copyOf(groups.values());
    }
}
