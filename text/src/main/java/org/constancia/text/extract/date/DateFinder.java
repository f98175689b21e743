package org.constancia.text.extract.date;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.constancia.text.extract.Candidate.Resolution;
import org.constancia.text.extract.figure.NumberWords;
import org.constancia.text.extract.lexicon.Language;
import org.constancia.text.extract.lexicon.LexiconFile;
import org.constancia.text.extract.lexicon.PhraseTable;
import org.constancia.text.extract.lexicon.Tense;
import org.constancia.text.extract.lexicon.VerbForm;
import org.constancia.text.extract.lexicon.WordClass;
import org.constancia.text.extract.phrase.Grammar;
import org.constancia.text.extract.segment.AnalysedText;
import org.constancia.text.extract.segment.Word;
import org.jspecify.annotations.Nullable;

/// Finds dates and reads them from the day of publication, past days preferred: "el 14 de marzo" in a text of October
/// is last March. A date that is announced ("antes del viernes", "will decide on Thursday") lies ahead.
///
/// Without a day of publication the dateline is used ("Bogotá, 21 de octubre de 2021."); without that, relative dates
/// stay unresolved.
public final class DateFinder {
    private static final Pattern DAY = Pattern.compile("(\\d{1,2})(?:st|nd|rd|th|º|°)?");

    private static final Set<String> AHEAD = Set.of(
            "by", "before", "until", "next", "próximo", "próxima", "hasta", "antes", "plazo", "deadline", "coming");
    private static final Set<String> LINK = Set.of("de", "del", ",", "of");

    private final Map<Language, PhraseTable<String>> relative = new EnumMap<>(Language.class);
    private final Map<Language, NumberWords> numbers = new EnumMap<>(Language.class);

    public DateFinder() {
        for (Language language : Language.values()) {
            PhraseTable<String> table = new PhraseTable<>();
            for (List<String> row : LexiconFile.rows(language.code() + "/dates.txt"))
                table.add(row.get(0), row.get(1), (_, later) -> later);
            relative.put(language, table);
            numbers.put(language, NumberWords.of(language));
        }
    }

    /// The day of the dateline, when the text opens with one.
    public Optional<LocalDate> findDateline(AnalysedText text, List<Grammar> grammars) {
        if (grammars.isEmpty()) return Optional.empty();
        Grammar grammar = grammars.getFirst();
        for (int i = grammar.sentence().first();
                i < Math.min(grammar.sentence().first() + 7, grammar.sentence().last());
                i++) {
            Optional<DateExpression> date = new Reader(grammar, null).dayAndMonth(i);
            if (date.isPresent() && date.get().resolved() != null)
                return Optional.of(date.get().resolved().earliest());
        }
        return Optional.empty();
    }

    /// Every date of a sentence, in order, none inside another.
    public List<DateExpression> find(Grammar grammar, @Nullable LocalDate anchor) {
        Reader reader = new Reader(grammar, anchor);
        List<DateExpression> dates = new ArrayList<>();
        for (int i = grammar.sentence().first(); i < grammar.sentence().last(); ) {
            Optional<DateExpression> date = reader.at(i);
            date.ifPresent(dates::add);
            i = date.map(DateExpression::last).orElse(i + 1);
        }
        return dates;
    }

    private final class Reader {
        private final Grammar grammar;
        private final @Nullable LocalDate anchor;
        private final Map<String, Integer> months;

        private Reader(Grammar grammar, @Nullable LocalDate anchor) {
            this.grammar = grammar;
            this.anchor = anchor;
            this.months = Calendars.months(grammar.sentence().lexicon().language());
        }

        private Optional<DateExpression> at(int at) {
            return relativePhrase(at)
                    .or(() -> part(at))
                    .or(() -> yearRange(at))
                    .or(() -> dayAndMonth(at))
                    .or(() -> monthOnly(at))
                    .or(() -> weekday(at))
                    .or(() -> pastUnits(at))
                    .or(() -> year(at));
        }

        private Optional<DateExpression> relativePhrase(int at) {
            PhraseTable<String> table =
                    relative.get(grammar.sentence().lexicon().language());
            if (table == null) return Optional.empty();
            return table.findLongest(k -> grammar.sentence().holds(at + k)
                            ? grammar.word(at + k).form()
                            : null)
                    .map(match -> new DateExpression(
                            at,
                            at + match.length(),
                            anchor == null ? null : resolve(match.value(), anchor),
                            "date.relative"));
        }

        private Resolution resolve(String meaning, LocalDate from) {
            String[] part = meaning.split(" ");
            return switch (part[0]) {
                case "so-far" ->
                    Period.days(part[1].equals("year") ? from.withDayOfYear(1) : from.withDayOfMonth(1), from, from);
                case "begin" -> Period.third(unit(part[1], Integer.parseInt(part[2]), from), 1);
                case "middle" -> Period.third(unit(part[1], Integer.parseInt(part[2]), from), 2);
                case "end" -> Period.third(unit(part[1], Integer.parseInt(part[2]), from), 3);
                case "semester" ->
                    part[1].equals("1")
                            ? Period.days(from.withDayOfYear(1), LocalDate.of(from.getYear(), 6, 30), from)
                            : Period.days(
                                    LocalDate.of(from.getYear(), 7, 1), LocalDate.of(from.getYear(), 12, 31), from);
                case "past" -> Period.days(back(from, Integer.parseInt(part[1]), part[2]), from, from);
                case "weekend" -> Period.weekend(from);
                default -> unit(part[0], Integer.parseInt(part[1]), from);
            };
        }

        private Resolution unit(String unit, int distance, LocalDate from) {
            return switch (unit) {
                case "day" -> Period.day(from.plusDays(distance), from);
                case "week" -> Period.week(from.plusWeeks(distance), from);
                case "month" -> Period.month(YearMonth.from(from).plusMonths(distance), from);
                default -> Period.year(from.getYear() + distance, from);
            };
        }

        private LocalDate back(LocalDate from, long count, String unit) {
            return switch (unit) {
                case "day" -> from.minusDays(count);
                case "week" -> from.minusWeeks(count);
                case "month" -> from.minusMonths(count);
                default -> from.minusYears(count);
            };
        }

        /// "el 14 de marzo de 2021", "pasado 28 de abril", "October 20, 2021", "20 October".
        private Optional<DateExpression> dayAndMonth(int at) {
            int start = at;
            int day = at;
            while (grammar.isAny(day, Set.of("el", "pasado", "próximo", "día", "the", "este"))
                    || grammar.is(day, WordClass.WEEKDAY)
                    || grammar.isMark(day, ",") && day > start) day++;
            if (!grammar.sentence().holds(day)) return Optional.empty();
            Integer first = dayNumber(day);
            int month = grammar.is(day + 1, "de") || grammar.is(day + 1, "of") ? day + 2 : day + 1;
            if (first != null && monthAt(month) > 0) return withYear(start, month + 1, monthAt(month), first);
            if (first != null && (grammar.is(day + 1, "y") || grammar.is(day + 1, "and"))) {
                Integer second = dayNumber(day + 2);
                int later = grammar.is(day + 3, "de") ? day + 4 : day + 3;
                if (second != null && monthAt(later) > 0) return withYear(start, later + 1, monthAt(later), first);
            }
            if (day == at
                    && monthAt(at) > 0
                    && grammar.word(at).isCapitalised() == !grammar.isSpanish()
                    && !grammar.isSpanish()) {
                Integer behind = dayNumber(at + 1);
                if (behind != null) return withYear(at, at + 2, monthAt(at), behind);
            }
            return Optional.empty();
        }

        private Optional<DateExpression> withYear(int start, int end, int month, int day) {
            if (day < 1 || day > YearMonth.of(2024, month).lengthOfMonth()) return Optional.empty();
            int yearAt = grammar.sentence().holds(end)
                            && LINK.contains(grammar.word(end).text())
                    ? end + 1
                    : end;
            Integer year = yearNumber(yearAt);
            if (year != null) {
                int length = YearMonth.of(year, month).lengthOfMonth();
                return Optional.of(new DateExpression(
                        start,
                        yearAt + 1,
                        Period.day(LocalDate.of(year, month, Math.min(day, length)), null),
                        "date.full"));
            }
            Resolution resolved =
                    anchor == null ? null : Period.day(Period.nearest(month, day, anchor, isAhead(start)), anchor);
            return Optional.of(new DateExpression(start, end, resolved, "date.day-and-month"));
        }

        /// "a comienzos de agosto", "mid-January", "early 2019", "finales de 2008".
        private Optional<DateExpression> part(int at) {
            int part = Calendars.part(grammar.word(at).form());
            if (part == 0) return Optional.empty();
            if (grammar.word(at).form().startsWith("mid-")) {
                Integer month = months.get(grammar.word(at).form().substring(4));
                if (month == null) return Optional.empty();
                return Optional.of(thirdOf(at, at + 1, part, monthMeaning(at, at, month)));
            }
            int next = grammar.isAny(at + 1, Set.of("de", "del", "of")) ? at + 2 : at + 1;
            int start = grammar.isAny(at - 1, Set.of("a", "in")) && grammar.isSpanish() ? at - 1 : at;
            if (monthAt(next) > 0) {
                DateExpression whole = monthMeaning(at, next, monthAt(next));
                return Optional.of(thirdOf(start, whole.last(), part, whole));
            }
            Integer year = yearNumber(next);
            if (year == null) return Optional.empty();
            return Optional.of(
                    new DateExpression(start, next + 1, Period.third(Period.year(year, null), part), "date.part"));
        }

        private DateExpression thirdOf(int start, int end, int part, DateExpression whole) {
            return new DateExpression(
                    start, end, whole.resolved() == null ? null : Period.third(whole.resolved(), part), "date.part");
        }

        private DateExpression monthMeaning(int start, int at, int month) {
            int yearAt =
                    grammar.isAny(at + 1, Set.of("de", "del", "of")) || grammar.isMark(at + 1, ",") ? at + 2 : at + 1;
            Integer year = yearNumber(yearAt);
            if (year != null)
                return new DateExpression(
                        start, yearAt + 1, Period.month(YearMonth.of(year, month), null), "date.month");
            int end = grammar.isAny(at + 1, Set.of("pasado", "próximo")) ? at + 2 : at + 1;
            boolean ahead = isAhead(start) || grammar.is(at + 1, "próximo");
            return new DateExpression(
                    start,
                    end,
                    anchor == null ? null : Period.month(Period.nearestMonth(month, anchor, ahead), anchor),
                    "date.month");
        }

        /// A month without a day. English "may" and "march" count only with a capital and a preposition before.
        private Optional<DateExpression> monthOnly(int at) {
            int month = monthAt(at);
            if (month == 0) return Optional.empty();
            boolean led = at > grammar.sentence().first()
                    && (grammar.is(at - 1, WordClass.PREPOSITION)
                            || grammar.isAny(at - 1, Set.of("pasado", "last", "mes", "early", "late", "this")));
            DateExpression date = monthMeaning(at, at, month);
            boolean withYear = date.last() > at + 1;
            return led || withYear ? Optional.of(date) : Optional.empty();
        }

        /// "el miércoles", "este lunes", "Wednesday", "next Tuesday", "el pasado jueves", "viernes próximo".
        private Optional<DateExpression> weekday(int at) {
            int day = at;
            while (grammar.isAny(day, Set.of("el", "este", "pasado", "próximo", "last", "next", "this", "del"))) day++;
            if (!grammar.is(day, WordClass.WEEKDAY)) return Optional.empty();
            int end = grammar.isAny(day + 1, Set.of("pasado", "próximo")) ? day + 2 : day + 1;
            DayOfWeek weekday = Calendars.weekday(grammar.word(day).form());
            boolean next = grammar.is(day - 1, "next");
            boolean ahead = next || grammar.is(day + 1, "próximo") || grammar.is(day - 1, "próximo") || isAhead(at);
            Resolution resolved = null;
            if (anchor != null) {
                LocalDate meant = ahead
                        ? anchor.with(TemporalAdjusters.next(weekday))
                        : anchor.with(TemporalAdjusters.previousOrSame(weekday));
                boolean sameWeek = next
                        && Period.week(meant, anchor)
                                .earliest()
                                .equals(Period.week(anchor, anchor).earliest());
                resolved = Period.day(sameWeek ? meant.plusWeeks(1) : meant, anchor);
            }
            return Optional.of(new DateExpression(at, end, resolved, "date.weekday"));
        }

        /// "hace tres semanas", "two days ago", "en los últimos seis meses", "the past five years".
        private Optional<DateExpression> pastUnits(int at) {
            boolean spanishAgo = grammar.is(at, "hace");
            boolean past = grammar.isAny(at, Set.of("últimos", "últimas", "past", "last"));
            int number = spanishAgo || past ? at + 1 : at;
            NumberWords words = numbers.get(grammar.sentence().lexicon().language());
            if (words == null || !grammar.sentence().holds(number)) return Optional.empty();
            Optional<NumberWords.Number> count = words.read(grammar, number);
            if (count.isEmpty() || count.get().value() > 500) return Optional.empty();
            int unitAt = count.get().last();
            String unit = grammar.sentence().holds(unitAt)
                    ? Calendars.unit(grammar.word(unitAt).form())
                    : "";
            boolean ago = spanishAgo || grammar.is(unitAt + 1, "ago") || grammar.is(unitAt + 1, "atrás");
            if (unit.isEmpty() || !ago && !past) return Optional.empty();
            int end = spanishAgo || past ? unitAt + 1 : unitAt + 2;
            int start = past && grammar.isAny(at - 1, Set.of("los", "las", "the")) ? at - 1 : at;
            if (anchor == null) return Optional.of(new DateExpression(start, end, null, "date.distance"));
            LocalDate from = back(anchor, count.get().value(), unit);
            Resolution resolved = past
                    ? Period.days(from, anchor, anchor)
                    : switch (unit) {
                        case "day", "week" -> Period.day(from, anchor);
                        case "month" -> Period.month(YearMonth.from(from), anchor);
                        default -> Period.year(from.getYear(), anchor);
                    };
            return Optional.of(new DateExpression(start, end, resolved, "date.distance"));
        }

        /// "entre 1985 y 2005", "between 2016 and 2021", "de 2002 a 2008", "1980-1984".
        private Optional<DateExpression> yearRange(int at) {
            if (!grammar.isAny(at, Set.of("entre", "between", "from", "de"))) return Optional.empty();
            Integer from = yearNumber(at + 1);
            if (from == null || !grammar.isAny(at + 2, Set.of("y", "and", "to", "a"))) return Optional.empty();
            Integer to = yearNumber(at + 3);
            if (to == null || to < from) return Optional.empty();
            return Optional.of(new DateExpression(at, at + 4, Period.years(from, to), "date.years"));
        }

        private Optional<DateExpression> year(int at) {
            Integer year = yearNumber(at);
            if (year == null) return Optional.empty();
            Word before = at > grammar.sentence().first() ? grammar.word(at - 1) : grammar.word(at);
            boolean led = before.is(WordClass.PREPOSITION)
                    || before.is(WordClass.DETERMINER)
                    || before.form().equals("año")
                    || before.form().equals("since")
                    || before.isMark(",")
                    || before.isMark("(");
            boolean counted = grammar.sentence().holds(at + 1) && Grammar.isNoun(grammar.word(at + 1));
            return led && !counted
                    ? Optional.of(new DateExpression(at, at + 1, Period.year(year, null), "date.year"))
                    : Optional.empty();
        }

        private @Nullable Integer yearNumber(int at) {
            if (!grammar.sentence().holds(at)
                    || !grammar.word(at).isNumber()
                    || !grammar.word(at).text().matches("(18|19|20)\\d\\d")) return null;
            return Integer.valueOf(grammar.word(at).text());
        }

        private @Nullable Integer dayNumber(int at) {
            if (!grammar.sentence().holds(at)) return null;
            String text = grammar.word(at).form();
            Matcher day = DAY.matcher(text);
            if (day.matches()) return Integer.valueOf(day.group(1));
            if (text.equals("primero") || text.equals("1ro")) return 1;
            if (!grammar.is(at, WordClass.NUMERAL) || !grammar.isSpanish()) return null;
            NumberWords words = numbers.get(Language.SPANISH);
            return words == null
                    ? null
                    : words.read(grammar, at)
                            .filter(n -> n.value() <= 31)
                            .map(n -> (int) n.value())
                            .orElse(null);
        }

        private int monthAt(int at) {
            if (!grammar.sentence().holds(at) || !grammar.is(at, WordClass.MONTH)) return 0;
            return months.getOrDefault(grammar.word(at).form().replace(".", ""), 0);
        }

        /// Whether what is dated lies ahead: "by", "antes del", a verb in the future before it.
        private boolean isAhead(int at) {
            for (int i = at - 1; i >= at - 4 && grammar.sentence().holds(i); i--)
                if (AHEAD.contains(grammar.word(i).form())) return !grammar.isAny(i, Set.of("hasta", "until"));
            for (int i = at - 1; i >= at - 9 && grammar.sentence().holds(i); i--) {
                if (grammar.isMark(i, ".") || grammar.isMark(i, ";")) return false;
                if (grammar.is(i, WordClass.FUTURE_AUXILIARY) && !grammar.isSpanish()) return true;
                Optional<Tense> tense = grammar.findVerb(i).map(VerbForm::tense);
                if (tense.isPresent() && tense.get() == Tense.FUTURE) return true;
                if (tense.isPresent() && tense.get() == Tense.PAST) return false;
            }
            return false;
        }
    }
}
