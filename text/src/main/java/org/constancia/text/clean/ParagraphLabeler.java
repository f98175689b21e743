package org.constancia.text.clean;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Labels the paragraphs of a text: what is running text stays body, everything else is named by the rule
/// that fired.
///
/// Works on a page's paragraphs and on text somebody has already flattened alike; markup only adds evidence.
/// Labelling comes before sentence splitting, because a line such as "READ ALSO: ..." is otherwise glued to
/// the next sentence.
public final class ParagraphLabeler {
    /// A comment form closes a text only behind this share of it: some pages put a comment button over the
    /// article.
    private static final double EARLIEST_CLOSING = .5;

    /// What readers wrote is seldom as long as this share of the whole.
    private static final double MOST_BEHIND_COMMENTS = .3;

    /// A short cell of a table is a figure or a name, whatever its shape.
    private static final int LONGEST_CELL = 60;

    private final PhraseList phrases;
    private final InlineNotes notes;
    private final ReaderAddress readers = ReaderAddress.standard();
    private final PageVocabulary page = PageVocabulary.standard();

    private ParagraphLabeler(PhraseList phrases) {
        this.phrases = phrases;
        this.notes = new InlineNotes(phrases);
    }

    /// The labeller with the phrases that come with Constancia.
    public static ParagraphLabeler standard() {
        return new ParagraphLabeler(PhraseList.standard());
    }

    /// What a paragraph was found to be; the phrase's rule where a phrase decided.
    private record Verdict(
            Label label, String rule, @Nullable PhraseRule phrase) {}

    /// The blocks of the paragraphs, in order; a paragraph with a note in brackets inside becomes several.
    public List<Block> label(String text, List<Paragraph> paragraphs) {
        List<@Nullable Verdict> verdicts = new ArrayList<>();
        for (Paragraph paragraph : paragraphs) verdicts.add(judge(text, paragraph));
        markForeignTitles(text, paragraphs, verdicts);
        markAuthorNotes(text, paragraphs, verdicts);
        takeLists(text, paragraphs, verdicts);
        closeBehindComments(text, paragraphs, verdicts);
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < paragraphs.size(); i++) {
            Paragraph paragraph = paragraphs.get(i);
            Verdict verdict = verdicts.get(i);
            if (verdict == null) {
                blocks.addAll(notes.split(text, paragraph));
            } else {
                blocks.add(new Block(paragraph.start(), paragraph.end(), verdict.label(), verdict.rule()));
            }
        }
        return blocks;
    }

    /// The blocks of a text without pages, judged as far as {@link Extent} goes; the paragraphs behind are
    /// body.
    public List<Block> labelWithin(String text, List<Paragraph> paragraphs) {
        int judged = Extent.count(paragraphs);
        List<Block> blocks = new ArrayList<>(label(text, paragraphs.subList(0, judged)));
        for (Paragraph paragraph : paragraphs.subList(judged, paragraphs.size()))
            blocks.add(Block.body(paragraph.start(), paragraph.end()));
        return blocks;
    }

    private @Nullable Verdict judge(String text, Paragraph paragraph) {
        String content = paragraph.of(text);
        if (paragraph.role() == Paragraph.Role.CAPTION) return new Verdict(Label.CAPTION, "figure", null);
        Optional<PhraseRule> phrase = phrases.findRule(content);
        if (phrase.isPresent())
            return new Verdict(phrase.get().label(), phrase.get().name(), phrase.get());
        if (Byline.findAuthor(content).isPresent()) return boilerplate("byline");
        if (paragraph.role() == Paragraph.Role.CELL && content.length() <= LONGEST_CELL) return null;
        Optional<String> shape = LineShape.findRule(content);
        if (shape.isPresent()) return boilerplate(shape.get());
        if (paragraph.linked() && LineShape.isTitleLike(content)) return boilerplate("link-only");
        if (Credit.isCaption(content)) return new Verdict(Label.CAPTION, "credit", null);
        if (Credit.isRole(content)) return boilerplate("byline");
        if (page.isPageLine(content)) return boilerplate("page-words");
        if (isLabelled(content)) return boilerplate("pointer");
        if (page.isNotice(content)) return boilerplate("call-to-reader");
        return readers.findRule(content).map(ParagraphLabeler::boilerplate).orElse(null);
    }

    /// "Previous: Water rates rise", "Opinión | Un fallo que llega tarde": a label of the page before a
    /// title.
    private boolean isLabelled(String content) {
        if (content.length() > 140 || LineShape.endsSentence(content) && !content.endsWith("?")) return false;
        int mark = LineShape.labelEnd(content);
        if (mark < 2 || mark + 2 >= content.length()) return false;
        String title = content.substring(mark + 1).strip().replaceFirst("^[^\\p{L}\\p{N}]+", "");
        return !title.isEmpty() && page.isPageLabel(content.substring(0, mark));
    }

    private static Verdict boilerplate(String rule) {
        return new Verdict(Label.BOILERPLATE, rule, null);
    }

    /// A line with a label and a title, alone between paragraphs of running text, is a pointer to another
    /// story, whatever its words. Two in a row are rather a list of the story's own.
    private static void markForeignTitles(String text, List<Paragraph> paragraphs, List<@Nullable Verdict> verdicts) {
        for (int i = 1; i + 1 < paragraphs.size(); i++) {
            if (verdicts.get(i) != null || paragraphs.get(i).role() == Paragraph.Role.ITEM) continue;
            boolean alone = isRunning(text, paragraphs.get(i - 1)) && isRunning(text, paragraphs.get(i + 1));
            if (alone && LineShape.isLabelledTitle(paragraphs.get(i).of(text)))
                verdicts.set(i, boilerplate("title-like"));
        }
    }

    /// Who wrote it stands among the last paragraphs.
    private static void markAuthorNotes(String text, List<Paragraph> paragraphs, List<@Nullable Verdict> verdicts) {
        for (int i = 1; i < paragraphs.size(); i++) {
            if (verdicts.get(i) != null || paragraphs.get(i).start() < EARLIEST_CLOSING * text.length()) continue;
            if (AuthorNote.matches(paragraphs.get(i).of(text))) verdicts.set(i, boilerplate("author-box"));
        }
    }

    private static boolean isRunning(String text, Paragraph paragraph) {
        return paragraph.length() >= 80 && LineShape.endsSentence(paragraph.of(text));
    }

    /// The lines under "Related stories:" or "Tags:" that are titles themselves, and the note under "About
    /// the author".
    private static void takeLists(String text, List<Paragraph> paragraphs, List<@Nullable Verdict> verdicts) {
        for (int i = 0; i < paragraphs.size(); i++) {
            Verdict head = verdicts.get(i);
            if (head == null
                    || head.phrase() == null
                    || !isHead(paragraphs.get(i).of(text))) continue;
            if (head.phrase().lists()) {
                for (int next = i + 1; next < paragraphs.size(); next++) {
                    Paragraph paragraph = paragraphs.get(next);
                    boolean belongs = paragraph.linked() || LineShape.isTitleLike(paragraph.of(text));
                    if (verdicts.get(next) != null || !belongs) break;
                    verdicts.set(next, boilerplate(head.rule() + "-list"));
                }
            } else if (head.phrase().next() && i + 1 < paragraphs.size() && verdicts.get(i + 1) == null) {
                verdicts.set(i + 1, boilerplate(head.rule()));
            }
        }
    }

    /// A paragraph that is a heading for what follows rather than a label with its content on the same line.
    private static boolean isHead(String content) {
        return content.length() <= 40
                && (content.indexOf(':') < 0 || content.strip().endsWith(":"));
    }

    private static void closeBehindComments(String text, List<Paragraph> paragraphs, List<@Nullable Verdict> verdicts) {
        for (int i = 0; i < paragraphs.size(); i++) {
            Verdict verdict = verdicts.get(i);
            if (verdict == null || verdict.phrase() == null || !verdict.phrase().closes()) continue;
            if (paragraphs.get(i).start() < EARLIEST_CLOSING * text.length()) continue;
            if (shareBehind(text, paragraphs, i) > MOST_BEHIND_COMMENTS) continue;
            for (int next = i + 1; next < paragraphs.size(); next++) {
                if (verdicts.get(next) == null) verdicts.set(next, boilerplate("behind-comment-form"));
            }
            return;
        }
    }

    /// How much of the running text stands behind a paragraph, in [0, 1].
    private static double shareBehind(String text, List<Paragraph> paragraphs, int at) {
        long all = 0;
        long behind = 0;
        for (int i = 0; i < paragraphs.size(); i++) {
            if (!isRunning(text, paragraphs.get(i))) continue;
            all += paragraphs.get(i).length();
            if (i > at) behind += paragraphs.get(i).length();
        }
        return all == 0 ? 0 : (double) behind / all;
    }
}
