package org.constancia.text.clean.html;

import java.util.ArrayList;
import java.util.List;
import org.constancia.text.clean.Block;
import org.constancia.text.clean.Label;
import org.jspecify.annotations.Nullable;

/// Trims what stands before the first and behind the last paragraph of an article: the repeated title, lone words,
/// headings with nothing under them.
final class ArticleEdges {
    private static final int PARAGRAPH = 60;

    private ArticleEdges() {}

    static List<Block> trim(String text, List<Block> blocks, @Nullable String title) {
        List<Block> trimmed = new ArrayList<>(blocks);
        int first = 0;
        while (first < trimmed.size() && !isParagraph(text, trimmed.get(first))) first++;
        if (first == trimmed.size()) return trimmed;
        for (int i = 0; i < first; i++) relabel(trimmed, i, isTitle(text, trimmed.get(i), title));
        for (int i = trimmed.size() - 1; i >= 0 && !isParagraph(text, trimmed.get(i)); i--) relabel(trimmed, i, false);
        return trimmed;
    }

    private static boolean isParagraph(String text, Block block) {
        if (!block.isBody()) return false;
        String content = block.of(text);
        return content.length() >= PARAGRAPH || ".!?…\"”»".indexOf(content.charAt(content.length() - 1)) >= 0;
    }

    private static void relabel(List<Block> blocks, int i, boolean title) {
        Block block = blocks.get(i);
        if (!block.isBody()) return;
        Label label = title ? Label.HEADLINE : Label.BOILERPLATE;
        blocks.set(i, new Block(block.start(), block.end(), label, title ? "title" : "edge"));
    }

    private static boolean isTitle(String text, Block block, @Nullable String title) {
        return title != null && block.of(text).strip().equalsIgnoreCase(title.strip());
    }
}
