package org.constancia.text.clean;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A line that says who wrote the text: "By Ana Ruiz", "Por: Redacción Judicial", "Por Luis Paz | 12 de mayo de 2021".
final class Byline {
    private static final String NAME =
            "\\p{Lu}[\\p{L}'’.-]*(?:[ \\u00A0](?:de|del|la|las|los|y|e|and|van|von|da|dos|\\p{Lu}[\\p{L}'’.-]*)){0,9}";
    private static final Pattern LINE = Pattern.compile(
            "[^\\p{L}]{0,3}(?i:by|por|written by|escrito por|posted by|publicado por|author|autora?|texto|redacción|story by|reported by)\\s*[:|]?\\s+("
                    + NAME + ")\\s*(?:[,|•·–—@(/-].{0,120})?");
    private static final int LONGEST = 160;

    private Byline() {}

    /// The author a line names, when it is a byline.
    static Optional<String> findAuthor(String line) {
        String content = line.strip();
        if (content.length() > LONGEST) return Optional.empty();
        Matcher match = LINE.matcher(content);
        if (!match.matches()) return Optional.empty();
        if (LineShape.endsSentence(content) && content.length() > 60) return Optional.empty();
        return Optional.of(match.group(1).strip());
    }
}
