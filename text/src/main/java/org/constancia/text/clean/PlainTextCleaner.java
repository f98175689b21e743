package org.constancia.text.clean;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Labels a text that has no markup, line by line or paragraph by paragraph. The text itself is not touched.
public final class PlainTextCleaner {
    private static final int LONGEST_HEADLINE = 200;
    private static final int MASTHEAD = 8;
    private static final int IMPRINT = 4;

    private final ParagraphLabeler labeler = ParagraphLabeler.standard();
    private final LineModel lines = LineModel.standard();

    public Cleaned clean(String text) {
        return clean(text, ParagraphSplitter.split(text), true);
    }

    /// Labels a text whose paragraphs are known from elsewhere, such as the pages of a PDF. Only the rules
    /// judge them: the lines of a report are other lines than those of a page of news.
    public Cleaned clean(String text, List<Paragraph> paragraphs) {
        return clean(text, paragraphs, false);
    }

    private Cleaned clean(String text, List<Paragraph> paragraphs, boolean flat) {
        List<Block> blocks =
                new ArrayList<>(flat ? labeler.labelWithin(text, paragraphs) : labeler.label(text, paragraphs));
        int headline = headline(text, blocks);
        String title = null;
        if (headline >= 0) {
            Block block = blocks.get(headline);
            title = block.of(text).strip();
            blocks.set(headline, new Block(block.start(), block.end(), Label.HEADLINE, "first-line"));
            markKickers(text, blocks, headline);
        }
        if (flat) markForeign(text, blocks);
        return new Cleaned(
                text,
                LanguageIdentifier.identify(text, blocks),
                title,
                author(text, blocks),
                published(text, blocks),
                blocks);
    }

    private void markForeign(String text, List<Block> blocks) {
        for (int foreign : lines.foreign(text, blocks)) {
            Block block = blocks.get(foreign);
            blocks.set(foreign, new Block(block.start(), block.end(), Label.BOILERPLATE, "line-model"));
        }
    }

    /// The first body block of more than a few words, when it is one short line and longer ones follow; -1
    /// when the text has no headline.
    private static int headline(String text, List<Block> blocks) {
        int headline = -1;
        int following = 0;
        int longest = 0;
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            if (!block.isBody()) continue;
            if (headline < 0) {
                if (!isKicker(text, block)) headline = i;
            } else {
                following++;
                longest = Math.max(longest, block.end() - block.start());
            }
        }
        if (headline < 0 || following < 2) return -1;
        Block block = blocks.get(headline);
        int length = block.end() - block.start();
        return length <= LONGEST_HEADLINE && longest > length && isOneSentence(block.of(text)) ? headline : -1;
    }

    /// A few words over the headline: the section ("JUDICIAL", "World news"), or a menu line by line.
    private static boolean isKicker(String text, Block block) {
        String content = block.of(text).strip();
        return content.length() <= 30 && content.split("\\s+").length <= 3 && LineShape.isTitleLike(content);
    }

    private static void markKickers(String text, List<Block> blocks, int headline) {
        for (int i = 0; i < headline; i++) {
            Block block = blocks.get(i);
            if (block.isBody() && isKicker(text, block))
                blocks.set(i, new Block(block.start(), block.end(), Label.BOILERPLATE, "kicker"));
        }
    }

    /// No sentence ends inside, and no dateline opens it ("BOGOTA (AP) - ...").
    private static boolean isOneSentence(String content) {
        for (int i = 3; i < content.length() - 2; i++) {
            boolean end = ".!?".indexOf(content.charAt(i)) >= 0 && Blank.isBlank(content.charAt(i + 1));
            boolean word = Character.isLowerCase(content.charAt(i - 1)) && Character.isLowerCase(content.charAt(i - 2));
            if (end && word && Character.isUpperCase(content.charAt(i + 2))) return false;
        }
        return !content.contains(") -") && !content.contains(") –") && !content.contains(") —");
    }

    private static @Nullable String author(String text, List<Block> blocks) {
        for (Block block : blocks.subList(0, Math.min(MASTHEAD, blocks.size()))) {
            Optional<String> author = Byline.findAuthor(block.of(text));
            if (author.isPresent() && !block.isBody()) return author.get();
        }
        return null;
    }

    /// The day of a line that is a date or a byline with one, at the top or at the end, else of the dateline;
    /// dates in running text date what is told, not the telling.
    private static @Nullable LocalDate published(String text, List<Block> blocks) {
        StatedDay.Order order = StatedDay.Order.of(LanguageIdentifier.identify(text, blocks));
        List<Block> edges = new ArrayList<>(blocks.subList(0, Math.min(MASTHEAD, blocks.size())));
        edges.addAll(blocks.subList(Math.max(edges.size(), blocks.size() - IMPRINT), blocks.size()));
        for (Block block : edges) {
            boolean masthead = block.rule().equals("date-line") || block.rule().equals("byline");
            Optional<LocalDate> day = masthead ? StatedDay.find(block.of(text), order) : Optional.empty();
            if (day.isPresent()) return day.get();
        }
        return blocks.stream()
                .filter(Block::isBody)
                .limit(2)
                .flatMap(block -> StatedDay.inDateline(block.of(text), order).stream())
                .findFirst()
                .orElse(null);
    }
}
