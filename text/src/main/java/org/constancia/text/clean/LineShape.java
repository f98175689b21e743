package org.constancia.text.clean;

import java.util.Optional;
import java.util.regex.Pattern;

/// Lines whose shape alone says they are no running text: bare addresses, hashtags, breadcrumbs, link bars, dates.
final class LineShape {
    private static final Pattern ADDRESS = Pattern.compile(
            "(?:https?://|www\\.)\\S+|[\\w.+-]+@[\\w-]+\\.[\\w.]+|@\\w{2,}|[\\w-]+(?:\\.[\\w-]+)*\\.(?:com|org|net|co|es|mx)(?:/\\S*)?");
    private static final Pattern HASHTAGS = Pattern.compile("(?:#[\\p{L}\\p{N}_]+[\\s,]*){2,}");
    private static final Pattern CAPITAL_PREFIX =
            Pattern.compile("[^\\p{L}\\p{N}]{0,3}\\p{Lu}[\\p{Lu}\\p{N} ]{3,30}[:|].{8,}");
    private static final Pattern LABELLED = Pattern.compile(
            "\\p{L}[^:|“\"]{3,45}[:|]\\s*\\p{Lu}[^:]*(?:\\s+\\S+){3,}|\\p{Lu}[^>»]{15,140}\\s*(?:>{1,3}|»|→|►)");
    private static final Pattern BAR = Pattern.compile("[^|•·>»›/]{1,40}(?:\\s[|•·]\\s[^|•·]{1,40}){2,}");
    private static final Pattern TRAIL =
            Pattern.compile("[^>»›/]{1,40}(?:\\s*[>»›]\\s*[^>»›]{1,80}){1,6}|[^/]{1,25}(?:\\s/\\s[^/]{1,40}){2,6}");
    private static final Pattern ARROW = Pattern.compile("[^>»«→►›“\"]{4,140}\\s*(?:>{1,3}|→|►|›|»)");
    private static final Pattern CLOCK =
            Pattern.compile("(?i)\\d{1,2}[:.h]\\d{2}(?::\\d{2})?\\s*(?:[ap]\\.?\\s?m\\.?|h|hrs|horas|gmt|utc|et|est)?");
    private static final int LONGEST = 200;
    private static final int LONGEST_LABEL = 60;

    private LineShape() {}

    /// The rule of a line that is no running text.
    static Optional<String> findRule(String line) {
        String content = line.strip();
        if (content.length() > LONGEST) return Optional.empty();
        if (hasNoWord(content)) return Optional.of("no-words");
        if (ADDRESS.matcher(content).matches()) return Optional.of("address");
        if (HASHTAGS.matcher(content).matches()) return Optional.of("hashtags");
        if (CLOCK.matcher(content).matches()) return Optional.of("clock");
        if (StatedDay.isOnlyDate(content)) return Optional.of("date-line");
        if (endsSentence(content)) return Optional.empty();
        if (ARROW.matcher(content).matches()) return Optional.of("pointer");
        if (BAR.matcher(content).matches()) return Optional.of("link-bar");
        if (TRAIL.matcher(content).matches() && startsInCapital(content)) return Optional.of("breadcrumb");
        if (CAPITAL_PREFIX.matcher(content).matches() && content.length() <= 160) return Optional.of("title-like");
        return Optional.empty();
    }

    private static boolean startsInCapital(String content) {
        return Character.isUpperCase(content.charAt(0));
    }

    private static boolean hasNoWord(String content) {
        return content.codePoints().noneMatch(Character::isLetter)
                && (content.codePoints().noneMatch(Character::isDigit) || content.length() <= 4);
    }

    /// Whether a line ends as sentences end: a mark, perhaps behind it a quotation mark or bracket.
    static boolean endsSentence(String line) {
        for (int i = line.length() - 1; i >= 0; i--) {
            char character = line.charAt(i);
            if (Blank.isBlank(character) || "\"'”’»)]*_」』）".indexOf(character) >= 0) continue;
            return character == ':' || character == ';' || SentenceEnd.isMark(character);
        }
        return false;
    }

    /// "Elsewhere: Storm closes coastal road": a label of a few words, a mark, and a title, without a sentence's end.
    static boolean isLabelledTitle(String line) {
        String content = line.strip();
        return content.length() <= 160
                && !endsSentence(content)
                && LABELLED.matcher(content).matches();
    }

    /// Where the label at the start of a line ends, at a colon, bar or arrow; -1 when there is none.
    static int labelEnd(String line) {
        for (int i = 0; i < Math.min(LONGEST_LABEL, line.length()); i++) {
            if (":|►▶→»?".indexOf(line.charAt(i)) >= 0) return i;
        }
        return -1;
    }

    /// A line that reads like the title of another story.
    static boolean isTitleLike(String line) {
        return line.length() <= 180 && !endsSentence(line);
    }
}
