package org.constancia.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.constancia.app.web.home.HomePage;
import org.constancia.app.web.inbox.InboxPage;
import org.constancia.app.web.open.NewReply;
import org.constancia.app.web.open.PublicEventPage;
import org.constancia.app.web.open.PublicView;
import org.constancia.app.web.page.Language;
import org.constancia.app.web.page.Words;
import org.constancia.app.web.record.PersonPage;
import org.constancia.app.web.search.SearchPage;
import org.constancia.core.record.Basis;
import org.constancia.core.record.CodeList;
import org.constancia.core.record.Property;
import org.constancia.core.record.StatementStatus;
import org.constancia.core.time.PartialDate;
import org.constancia.evidence.log.Halt;
import org.constancia.store.record.Change;
import org.constancia.text.document.Obstacle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// The interface is complete in both languages, and dates say no more than is known.
class WordsTest {
    private static final Words SPANISH = Words.in(Language.SPANISH);
    private static final Words ENGLISH = Words.in(Language.ENGLISH);
    private static final Path TEMPLATES = Path.of("src", "main", "jte");

    @Test
    void bothLanguagesHaveTheSamePhrases() {
        assertThat(new TreeSet<>(SPANISH.keys())).isEqualTo(new TreeSet<>(ENGLISH.keys()));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void noPhraseHasAnAsciiApostropheWhichAFormatWouldSwallow(Language language) {
        Words words = Words.in(language);
        for (String key : words.keys())
            assertThat(words.say(key, 2, 2, 2)).as(key).doesNotContain("'");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyPropertyAndEveryChoiceHasItsWords(Language language) {
        List<String> needed = new ArrayList<>();
        for (Property property : Property.values()) needed.add("property." + property.code());
        for (Enum<?> choice : choices()) needed.add(Words.key(choice));
        for (Change.Kind kind : Change.Kind.values()) needed.add("change." + kind.code());
        for (Obstacle obstacle : Obstacle.values()) {
            needed.add(
                    "not-understood." + obstacle.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        needed.removeAll(Words.in(language).keys());
        assertThat(needed).isEmpty();
    }

    private static List<Enum<?>> choices() {
        List<Enum<?>> choices = new ArrayList<>();
        Stream.of(
                        Basis.class,
                        StatementStatus.class,
                        HomePage.Kind.class,
                        InboxPage.Kind.class,
                        InboxPage.Label.class,
                        InboxPage.Flag.class,
                        PersonPage.Kind.class,
                        SearchPage.Kind.class,
                        NewReply.Purpose.class,
                        PublicEventPage.Reason.class,
                        PublicView.Trouble.class,
                        Halt.class,
                        Halt.Remedy.class)
                .forEach(type -> choices.addAll(List.of(type.getEnumConstants())));
        for (Class<?> list : CodeList.class.getDeclaredClasses()) {
            for (Object code : Objects.requireNonNull(list.getEnumConstants())) choices.add((Enum<?>) code);
        }
        return choices;
    }

    @Test
    void everyCodeOfTheRecordIsShownInWords() {
        assertThat(SPANISH.value(Property.FIGURE_BOUND, "at_least")).isEqualTo("al menos");
        assertThat(ENGLISH.value(Property.STEP_STAGE, "reparation_ordered")).isEqualTo("Reparation ordered");
        assertThat(SPANISH.value(Property.EVENT_DATE, "2021-05~")).isEqualTo("hacia mayo de 2021");
        assertThat(ENGLISH.value(Property.ACT_CATEGORY, "A10")).isEqualTo("extrajudicial execution");
        assertThat(SPANISH.value(Property.FIGURE_NUMBER, "12345")).isEqualTo("12.345");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2021-05-09 | 9 de mayo de 2021 | 9 May 2021",
                "2021-05 | mayo de 2021 | May 2021",
                "2021 | 2021 | 2021",
                "2021-05-14~ | hacia 14 de mayo de 2021 | about 14 May 2021",
                "2021? | 2021 (dudoso) | 2021 (uncertain)",
                "2021-04-28/2021-05-05 | del 28 de abril al 5 de mayo de 2021 | 28 April to 5 May 2021",
                "2021-05-01/2021-05-09 | del 1 al 9 de mayo de 2021 | 1 to 9 May 2021",
                "2020-12-30/2021-01-02 | entre 30 de diciembre de 2020 y 2 de enero de 2021 | 30 December 2020 to 2 January 2021",
                "2021-05/.. | desde mayo de 2021 | since May 2021",
                "../2021 | hasta 2021 | until 2021",
                "2021-22 | entre abril y junio de 2021 | April to June 2021",
                "202X | entre 2020 y 2029 | between 2020 and 2029",
                "XXXX-03-14 | 14 de marzo, año desconocido | 14 March, year not known"
            })
    void aDateIsWordedWithItsPrecision(String edtf, String spanish, String english) {
        assertThat(SPANISH.date(PartialDate.parse(edtf))).isEqualTo(spanish);
        assertThat(ENGLISH.date(PartialDate.parse(edtf))).isEqualTo(english);
    }

    @Test
    void numbersAreWrittenAsTheLanguageWritesThem() {
        assertThat(SPANISH.number(1204)).isEqualTo("1.204");
        assertThat(ENGLISH.number(1204)).isEqualTo("1,204");
        assertThat(SPANISH.percent(100.0 * 26 / 416)).isEqualTo("6,3\u00a0%");
        assertThat(ENGLISH.percent(100.0 * 70 / 416)).isEqualTo("16.8\u00a0%");
        assertThat(ENGLISH.day(LocalDate.of(2025, 3, 14))).isEqualTo("14 March 2025");
        assertThat(SPANISH.moment(Instant.parse("2025-03-14T18:05:00Z"), ZoneOffset.ofHours(-5)))
                .isEqualTo("14 de marzo de 2025, 13:05");
    }

    @Test
    void noTemplateHasWordsOfItsOwn() {
        List<String> found = new ArrayList<>();
        for (Path template : templates()) {
            String text = read(template);
            for (String literal : Literals.in(text)) found.add(template.getFileName() + ": " + literal);
        }
        assertThat(found).isEmpty();
    }

    @Test
    void everyPhraseThatATemplateAsksForExists() {
        Pattern asked = Pattern.compile("\\bsay\\(\"([^\"]+)\"");
        for (Path template : templates()) {
            for (Matcher key = asked.matcher(read(template)); key.find(); ) {
                String phrase = key.group(1);
                boolean isPrefix = phrase.endsWith("-") || phrase.endsWith(".");
                assertThat(SPANISH.keys())
                        .as(template.getFileName() + " " + phrase)
                        .anyMatch(known -> isPrefix ? known.startsWith(phrase) : known.equals(phrase));
            }
        }
    }

    @Test
    void aWordInATemplateWouldBeFound() {
        assertThat(Literals.in("<p>Hello</p>")).containsExactly("Hello");
        assertThat(Literals.in("<input placeholder=\"your name\">")).containsExactly("your name");
        assertThat(Literals.in("@if(x != null)<p class=\"row\">${page.say(\"a.b\")} · 12</p>@endif"))
                .isEmpty();
    }

    private static List<Path> templates() {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            return files.filter(file -> file.toString().endsWith(".jte"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
