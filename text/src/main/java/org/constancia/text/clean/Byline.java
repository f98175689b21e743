package org.constancia.text.clean;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A line that says who wrote the text: "By Ana Ruiz", "Por: Redacción Judicial", "Por Luis Paz | 12 de mayo de 2021".
public final class Byline {
    private static final String NAME =
            "\\p{Lu}[\\p{L}'’.-]*(?:[ \\u00A0](?:de|del|la|las|los|y|e|and|van|von|da|dos|\\p{Lu}[\\p{L}'’.-]*)){0,9}";
    private static final Pattern LINE = Pattern.compile(
            "[^\\p{L}]{0,3}(?i:by|por|written by|escrito por|posted by|publicado por|author|autora?|texto|redacción|story by|reported by)\\s*[:|]?\\s+("
                    + NAME + ")\\s*(?:[,|•·–—@(/-].{0,120})?");
    private static final Pattern OPENING = Pattern.compile(
            "^(?i:(?:by|por|written by|escrito por|posted by|publicado por|texto|autora?|author)\\b\\s*:?\\s*)");
    private static final Pattern CLOSING = Pattern.compile("\\s*[|•·(@/]|\\s[-–—]\\s|\\s*\\d");
    private static final int LONGEST = 160;

    private Byline() {}

    /// The author a line names, when it is a byline.
    public static Optional<String> findAuthor(String line) {
        String content = line.strip();
        if (content.length() > LONGEST) return Optional.empty();
        Matcher match = LINE.matcher(content);
        if (!match.matches()) return Optional.empty();
        if (LineShape.endsSentence(content) && content.length() > 60) return Optional.empty();
        return Optional.of(match.group(1).strip());
    }

    /// A name without "By", without the date, desk or address behind it; empty when nothing of a name is left.
    public static Optional<String> bareName(String stated) {
        String name = OPENING.matcher(stated.strip()).replaceFirst("");
        name = CLOSING.split(name, 2)[0].strip().replaceFirst("[,;:.]+$", "");
        boolean letters = name.codePoints().anyMatch(Character::isLetter);
        return letters && name.length() <= LONGEST && !name.startsWith("http") ? Optional.of(name) : Optional.empty();
    }
}
