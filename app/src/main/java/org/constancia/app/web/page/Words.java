package org.constancia.app.web.page;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.core.record.CodeList;
import org.constancia.core.record.Property;
import org.constancia.core.record.ValueType;
import org.constancia.core.time.PartialDate;
import org.constancia.core.vocabulary.CinepCategories;
import org.constancia.core.vocabulary.PresumedResponsible;
import org.constancia.core.vocabulary.Term;

/// Every word of the interface in one language, and how that language writes dates and numbers.
///
/// Phrases are [MessageFormat] patterns in `words_es.properties` and `words_en.properties`; both files have the same
/// keys. Data of the record is never translated here.
public final class Words {
    private static final Map<Language, Words> ALL = new EnumMap<>(Language.class);

    static {
        for (Language language : Language.values()) ALL.put(language, new Words(language));
    }

    private final Language language;
    private final Properties phrases;
    private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();
    private final DateWords dates = new DateWords(this);

    private Words(Language language) {
        this.language = language;
        this.phrases = read("words_" + language.code() + ".properties");
    }

    public static Words in(Language language) {
        return Objects.requireNonNull(ALL.get(language));
    }

    private static Properties read(String name) {
        Properties phrases = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(Words.class.getResourceAsStream(name), name), StandardCharsets.UTF_8)) {
            phrases.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return phrases;
    }

    public Language language() {
        return language;
    }

    /// All keys, for checks.
    public Set<String> keys() {
        return phrases.stringPropertyNames();
    }

    /// The phrase of a key, with its arguments put in. Numbers are written as the language writes them.
    ///
    /// @throws ConstanciaException with [Problem#BUG] for an unknown key
    public String say(String key, Object... arguments) {
        return find(key, arguments)
                .orElseThrow(() -> new ConstanciaException(Problem.BUG, "The interface has no such phrase")
                        .with("key", key)
                        .with("language", language.code()));
    }

    public Optional<String> find(String key, Object... arguments) {
        String pattern = phrases.getProperty(key);
        if (pattern == null) return Optional.empty();
        MessageFormat format = formats.computeIfAbsent(key, _ -> new MessageFormat(pattern, language.locale()));
        return Optional.of(((MessageFormat) format.clone()).format(arguments));
    }

    /// The name of a choice, under the key `Enclosing.Choice.CONSTANT`.
    public String of(Enum<?> choice) {
        return say(key(choice));
    }

    /// The key under which a choice is worded.
    public static String key(Enum<?> choice) {
        String name = choice.getDeclaringClass().getName();
        return name.substring(name.lastIndexOf('.') + 1).replace('$', '.') + "." + choice.name();
    }

    /// The words for a stable code; a code nobody worded is shown as it is.
    public String code(String prefix, String code) {
        return find(prefix + "." + code).orElse(code);
    }

    public String property(Property property) {
        return code("property", property.code());
    }

    /// A value in words: dates with their precision, codes by their labels, numbers as the language writes them.
    public String value(Property property, String text) {
        if (property.type() == ValueType.DATE) {
            return PartialDate.find(text).map(this::date).orElse(text);
        }
        if (property.type() == ValueType.NUMBER
                && !text.isEmpty()
                && text.chars().allMatch(Character::isDigit)) {
            return number(Long.parseLong(text));
        }
        if (property.type() == ValueType.CODE) {
            return property.codes()
                    .flatMap(list -> find(prefix(list) + "." + text.toUpperCase(Locale.ROOT)))
                    .or(() -> findTerm(text))
                    .orElse(text);
        }
        return text;
    }

    private static String prefix(CodeList list) {
        return "CodeList."
                + switch (list) {
                    case RELEASE -> "Release";
                    case PRECISION -> "PlacePrecision";
                    case BOUND -> "Bound";
                    case FIGURE_UNIT -> "FigureUnit";
                    case GROUP_KIND -> "GroupKind";
                    case SECTOR -> "Sector";
                    case SEX -> "Sex";
                    case DEGREE -> "Degree";
                    case STAGE -> "Stage";
                    case JURISDICTION -> "Jurisdiction";
                    case OUTCOME_KIND -> "OutcomeKind";
                    case COMMITMENT_STATUS -> "CommitmentStatus";
                    case CONTEXT -> "Context";
                    case STATUS_AT_END -> "StatusAtEnd";
                };
    }

    public String value(Value value) {
        return value(value.property(), value.text());
    }

    /// The label of a category or of a presumed responsible party: the official Spanish one, and in English a gloss
    /// where there is one.
    private Optional<String> findTerm(String code) {
        return find("category." + code)
                .filter(_ -> language == Language.ENGLISH)
                .or(() -> CinepCategories.shipped()
                        .vocabulary()
                        .find(code)
                        .map(Term::label)
                        .map(this::label))
                .or(() -> PresumedResponsible.shipped().find(code).map(Term::label));
    }

    /// The names of several categories, given as their codes with a middle dot between them.
    public String categories(String codes) {
        return Arrays.stream(codes.split(" · "))
                .map(code -> findTerm(code).orElse(code))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /// An official label, which its keepers print in capitals, as it is written in a sentence.
    public String label(String official) {
        boolean capitals = official.equals(official.toUpperCase(language.locale()));
        return capitals ? official.toLowerCase(Language.SPANISH.locale()) : official;
    }

    public String date(PartialDate date) {
        return dates.of(date);
    }

    public String day(LocalDate day) {
        return dates.day(day);
    }

    /// Day and time in the given zone: `14 March 2025, 13:58`.
    public String moment(Instant instant, ZoneId zone) {
        ZonedDateTime local = instant.atZone(zone);
        return say("date.moment", day(local.toLocalDate()), "%02d:%02d".formatted(local.getHour(), local.getMinute()));
    }

    public String number(long number) {
        return NumberFormat.getIntegerInstance(language.locale()).format(number);
    }

    /// One decimal and the per-cent sign, set apart by a no-break space.
    public String percent(double percent) {
        NumberFormat format = NumberFormat.getNumberInstance(language.locale());
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(percent) + "\u00a0%";
    }

    /// Size of a file, in bytes up to 9,999 and then in kB or MB (powers of ten).
    public String bytes(long bytes) {
        if (bytes < 10_000) return say("bytes", bytes);
        return bytes < 10_000_000 ? say("kilobytes", bytes / 1_000) : say("megabytes", bytes / 1_000_000);
    }

    /// The first and last four digits of a SHA-256, enough to compare by eye; the whole one stands in the title.
    public String shortHash(String sha256) {
        return sha256.length() < 12 ? sha256 : sha256.substring(0, 4) + "…" + sha256.substring(sha256.length() - 4);
    }
}
