package org.constancia.app.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds words that a template writes itself instead of asking for a phrase: letters between tags, and in attributes
/// that people read.
final class Literals {
    /// Names and marks that are the same in every language.
    private static final Set<String> NAMES =
            Set.of("SHA-256", "DIVIPOLA", "EDTF", "Ctrl", "Tab", "D", "j", "k", "a", "e", "r", "s", "m", "u", "f", "x");
    private static final Pattern READ_ATTRIBUTE =
            Pattern.compile("\\b(?:aria-label|title|placeholder|alt|data-rule)=\"([^\"]*)\"");

    private Literals() {}

    static List<String> in(String template) {
        String markup = withoutExpressions(template);
        List<String> found = new ArrayList<>();
        for (Matcher attribute = READ_ATTRIBUTE.matcher(markup); attribute.find(); ) add(found, attribute.group(1));
        for (String text :
                markup.replaceAll("(?s)<(?:!--.*?--|[^<>]*)>", "\u0001").split("\u0001")) add(found, text);
        return found;
    }

    private static void add(List<String> found, String text) {
        String words = text.replaceAll("^[\\s.,;:]+|[\\s.,;:]+$", "");
        if (words.chars().anyMatch(Character::isLetter)
                && !NAMES.contains(words)
                && !words.matches("[A-Z]\\d+|(content|head) =")) {
            found.add(words);
        }
    }

    /// The template with everything taken out that the engine reads: directives with their arguments, and expressions.
    private static String withoutExpressions(String template) {
        StringBuilder kept = new StringBuilder();
        int at = 0;
        while (at < template.length()) {
            int end = directiveEnd(template, at);
            if (end > at) at = end;
            else kept.append(template.charAt(at++));
        }
        return kept.toString();
    }

    private static int directiveEnd(String template, int at) {
        if (template.startsWith("${", at) || template.startsWith("!{", at)) return closing(template, at + 1, '{', '}');
        if (template.startsWith("$unsafe{", at)) return closing(template, at + 7, '{', '}');
        if (template.startsWith("@import", at) || template.startsWith("@param", at)) {
            int line = template.indexOf('\n', at);
            return line < 0 ? template.length() : line;
        }
        if (template.startsWith("@`", at)) return at + 2;
        if (template.startsWith("`", at)) return at + 1;
        Matcher name = Pattern.compile("@[a-z.-]+").matcher(template).region(at, template.length());
        if (!name.lookingAt()) return at;
        int after = name.end();
        if (after < template.length() && template.charAt(after) == '(') {
            return callEnd(template, after);
        }
        return after;
    }

    /// A template call may hold content blocks, whose text is looked at; its other arguments are not.
    private static int callEnd(String template, int open) {
        int content = template.indexOf("@`", open);
        int close = closing(template, open, '(', ')');
        return content >= 0 && content < close ? content : close;
    }

    private static int closing(String template, int open, char opening, char closing) {
        int depth = 0;
        boolean quoted = false;
        for (int i = open; i < template.length(); i++) {
            char character = template.charAt(i);
            if (character == '"') quoted = !quoted;
            if (quoted) continue;
            if (character == opening) depth++;
            if (character == closing && --depth == 0) return i + 1;
        }
        return template.length();
    }
}
