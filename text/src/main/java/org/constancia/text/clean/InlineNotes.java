package org.constancia.text.clean;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds pointers to other stories inside a paragraph: "(Lea también: ...)", "[Read more: ...]", and "... said.
/// READ ALSO: ..." at a paragraph's end.
final class InlineNotes {
    private static final int LONGEST = 260;
    private static final int LABEL_REACH = 60;

    private final PhraseList phrases;

    InlineNotes(PhraseList phrases) {
        this.phrases = phrases;
    }

    /// The paragraph as body, cut where a note stands.
    List<Block> split(String text, Paragraph paragraph) {
        List<Block> blocks = new ArrayList<>();
        int done = paragraph.start();
        for (int at = paragraph.start(); at < paragraph.end(); at++) {
            int end = noteEnd(text, at, paragraph);
            if (end < 0) continue;
            addBody(text, done, at, blocks);
            blocks.add(new Block(at, end, Label.BOILERPLATE, "read-also"));
            done = end;
            at = end - 1;
        }
        addBody(text, done, paragraph.end(), blocks);
        return blocks;
    }

    private static void addBody(String text, int start, int end, List<Block> blocks) {
        int first = Blank.skip(text, start, end);
        int last = Blank.trim(text, first, end);
        if (first < last) blocks.add(Block.body(first, last));
    }

    /// The end of the note that begins at an offset, -1 when none does.
    private int noteEnd(String text, int at, Paragraph paragraph) {
        char character = text.charAt(at);
        if (character == '(' || character == '[') return bracketed(text, at, paragraph.end(), character);
        if (at == paragraph.start() || !Character.isUpperCase(character)) return -1;
        return followsSentence(text, at, paragraph.start()) ? trailing(text, at, paragraph.end()) : -1;
    }

    private int bracketed(String text, int at, int end, char opening) {
        int close = find(text, opening == '(' ? ')' : ']', at, Math.min(end, at + LONGEST));
        if (close < 0 || find(text, ':', at, Math.min(close, at + LABEL_REACH)) < 0) return -1;
        return pointsElsewhere(text.substring(at + 1, close)) ? close + 1 : -1;
    }

    private static int find(String text, char wanted, int from, int to) {
        for (int i = from; i < to; i++) if (text.charAt(i) == wanted) return i;
        return -1;
    }

    private int trailing(String text, int at, int end) {
        if (end - at > LONGEST) return -1;
        int colon = find(text, ':', at, Math.min(end, at + LABEL_REACH));
        if (colon < 0) return -1;
        String label = text.substring(at, colon);
        boolean several =
                Blank.trim(label, 0, label.length()) > 0 && label.strip().indexOf(' ') > 0;
        boolean nothingBehind = !LineShape.endsSentence(text.substring(at, end)) || isCapitals(label);
        return several && nothingBehind && pointsElsewhere(text.substring(at, end)) ? end : -1;
    }

    private static boolean isCapitals(String label) {
        return label.chars().noneMatch(Character::isLowerCase);
    }

    private static boolean followsSentence(String text, int at, int start) {
        if (!Blank.isBlank(text.charAt(at - 1))) return false;
        int last = Blank.trim(text, start, at);
        return last > start && ".!?”\"»)".indexOf(text.charAt(last - 1)) >= 0;
    }

    private boolean pointsElsewhere(String content) {
        Optional<PhraseRule> rule = phrases.findLabel(content);
        return rule.isPresent() && rule.get().name().equals("read-also");
    }
}
