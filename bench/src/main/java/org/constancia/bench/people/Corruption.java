package org.constancia.bench.people;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import java.util.random.RandomGenerator;

/// How a list gets a person wrong. Every list has its own habits, drawn once; every record has its own
/// accidents.
///
/// Habits of a list: writes no accents (half of the lists); never states second surnames (1 in 8) or second
/// given names (1 in 8), or loses them often (10 to 50 %); states a document for 10 to 70 %; a birth date for
/// 20 to 80 %; is read by machine (1 in 5) and then confuses letters with digits; care, a factor of .3 to 2
/// on all accidents.
///
/// Accidents of a record, before the factor: a typing error in each name 4 % (replaced, left out, doubled,
/// exchanged with its neighbour); a spelling by sound 3 % (B/V, S/Z/C, LL/Y, G/J, H); given names exchanged 2
/// %; surnames exchanged 1.5 %; the first given name left out when there are two 2.5 %; the first surname
/// lost 1 %; an initial only 1.5 %; the event a few days off 4 %, month or year wrong 2 %, month or year only
/// 3 %; birth with day and month exchanged 1.5 %, a digit wrong 3 %, year only 8 %; a neighbouring
/// municipality 6 %, the department only 3 %, none 2 %; a digit of the document wrong 4 %; sex wrong 1 %,
/// missing 3 %; another kind of event 8 %.
final class Corruption {
    private static final String[][] BY_SOUND = {
        {"B", "V"},
        {"V", "B"},
        {"Z", "S"},
        {"S", "Z"},
        {"LL", "Y"},
        {"Y", "LL"},
        {"GE", "JE"},
        {"GI", "JI"},
        {"H", ""},
        {"CE", "SE"},
        {"CI", "SI"},
        {"QUI", "KI"},
        {"Ñ", "NI"}
    };
    private static final String READ_WRONG = "O0I1B8S5Z2G6L1E3";
    static final String[] TYPES = {"HOMICIDIO", "DESAPARICION", "DESPLAZAMIENTO", "SECUESTRO", "RECLUTAMIENTO"};

    private final RandomGenerator random;
    private final String list;
    private final boolean plain;
    private final double losesSurname;
    private final double losesGiven;
    private final double document;
    private final double birth;
    private final boolean machine;
    private final double care;

    Corruption(String list, RandomGenerator random) {
        this.list = list;
        this.random = random;
        plain = random.nextBoolean();
        losesSurname = random.nextInt(8) == 0 ? 1 : random.nextDouble(0.1, 0.5);
        losesGiven = random.nextInt(8) == 0 ? 1 : random.nextDouble(0.1, 0.5);
        document = random.nextDouble(0.1, 0.7);
        birth = random.nextDouble(0.2, 0.8);
        machine = random.nextInt(5) == 0;
        care = random.nextDouble(0.3, 2);
    }

    /// The cells of a record of the person, after the record id and the person's number.
    String[] record(Person person) {
        String given1 = person.given1();
        String given2 = chance(losesGiven) ? "" : person.given2();
        String surname1 = person.surname1();
        String surname2 = chance(losesSurname) ? "" : person.surname2();
        if (!given2.isEmpty() && accident(0.02)) {
            String swap = given1;
            given1 = given2;
            given2 = swap;
        } else if (!person.given2().isEmpty() && accident(0.025)) {
            given1 = person.given2();
            given2 = "";
        }
        if (!surname2.isEmpty() && accident(0.015)) {
            String swap = surname1;
            surname1 = surname2;
            surname2 = swap;
        } else if (accident(0.01)) {
            surname1 = person.surname2();
            surname2 = "";
        }
        if (accident(0.015)) {
            given1 = given1.substring(0, 1);
        }
        return new String[] {
            list,
            written(given1),
            written(given2),
            written(surname1),
            written(surname2),
            sex(person.sex()),
            chance(birth) ? birthDate(person.birth()) : "",
            eventDate(person.happening().day()),
            accident(0.08)
                    ? TYPES[random.nextInt(TYPES.length)]
                    : person.happening().type(),
            place(person.happening().place()),
            chance(document) ? document(person.document()) : ""
        };
    }

    private boolean accident(double rate) {
        return random.nextDouble() < rate * care;
    }

    private boolean chance(double rate) {
        return random.nextDouble() < rate;
    }

    private String written(String name) {
        String text = name;
        if (accident(0.03)) {
            String[] sound = BY_SOUND[random.nextInt(BY_SOUND.length)];
            text = text.replaceFirst(sound[0], sound[1]);
        }
        if (text.length() > 2 && accident(0.04)) {
            text = mistyped(text);
        }
        if (machine && text.length() > 1 && accident(0.08)) {
            int at = random.nextInt(text.length());
            int known = READ_WRONG.indexOf(text.charAt(at));
            char read = known >= 0 && known % 2 == 0 ? READ_WRONG.charAt(known + 1) : letter();
            text = text.substring(0, at) + read + text.substring(at + 1);
        }
        return plain ? Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "") : text;
    }

    private String mistyped(String text) {
        int at = 1 + random.nextInt(text.length() - 1);
        return switch (random.nextInt(4)) {
            case 0 -> text.substring(0, at) + letter() + text.substring(at + 1);
            case 1 -> text.substring(0, at) + text.substring(at + 1);
            case 2 -> text.substring(0, at) + text.charAt(at) + text.substring(at);
            default -> text.substring(0, at - 1) + text.charAt(at) + text.charAt(at - 1) + text.substring(at + 1);
        };
    }

    private char letter() {
        return (char) ('A' + random.nextInt(26));
    }

    private String sex(char sex) {
        if (accident(0.03)) {
            return "";
        }
        return String.valueOf(accident(0.01) ? (sex == 'M' ? 'F' : 'M') : sex);
    }

    private String birthDate(LocalDate day) {
        if (accident(0.08)) {
            return String.valueOf(day.getYear());
        }
        if (accident(0.015) && day.getDayOfMonth() <= 12) {
            return day(day.getYear(), day.getDayOfMonth(), day.getMonthValue());
        }
        String text = day(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
        return accident(0.03) ? digitWrong(text, 2) : text;
    }

    private String eventDate(LocalDate day) {
        LocalDate stated = accident(0.04) ? day.plusDays(random.nextInt(-7, 8)) : day;
        if (accident(0.02)) {
            stated = random.nextBoolean()
                    ? stated.plusMonths(random.nextInt(-3, 4))
                    : stated.plusYears(random.nextInt(-1, 2));
        }
        String text = day(stated.getYear(), stated.getMonthValue(), stated.getDayOfMonth());
        return accident(0.03) ? text.substring(0, random.nextBoolean() ? 4 : 7) : text;
    }

    private static String day(int year, int month, int day) {
        return String.format(Locale.ROOT, "%04d-%02d-%02d", year, month, day);
    }

    private String digitWrong(String text, int from) {
        int at = from + random.nextInt(text.length() - from);
        return text.charAt(at) == '-'
                ? text
                : text.substring(0, at) + (char) ('0' + random.nextInt(10)) + text.substring(at + 1);
    }

    private String place(int place) {
        if (accident(0.02)) {
            return "";
        }
        int stated = place;
        if (accident(0.03)) {
            stated = place / 1000 * 1000;
        } else if (accident(0.06)) {
            stated = place / 1000 * 1000 + Math.clamp(place % 1000 + random.nextInt(-9, 10), 1, 999);
        }
        return String.format(Locale.ROOT, "%05d", stated);
    }

    private String document(String number) {
        return accident(0.04) ? digitWrong(number, 0) : number;
    }
}
