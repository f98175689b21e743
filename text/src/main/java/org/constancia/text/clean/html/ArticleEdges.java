package org.constancia.text.clean.html;

import java.util.ArrayList;
import java.util.List;
import org.constancia.text.clean.Block;
import org.constancia.text.clean.Label;
import org.constancia.text.clean.SentenceEnd;

/// Trims what stands before the first and behind the last paragraph of an article: lone words, headings with nothing
/// under them.
final class ArticleEdges {
    private static final int PARAGRAPH = 60;

    private ArticleEdges() {}

    static List<Block> trim(String text, List<Block> blocks) {
        List<Block> trimmed = new ArrayList<>(blocks);
        int first = 0;
        while (first < trimmed.size() && !isParagraph(text, trimmed.get(first))) first++;
        if (first == trimmed.size()) return trimmed;
        for (int i = 0; i < first; i++) setAside(trimmed, i);
        for (int i = trimmed.size() - 1; i >= 0 && !isParagraph(text, trimmed.get(i)); i--) setAside(trimmed, i);
        return trimmed;
    }

    private static boolean isParagraph(String text, Block block) {
        if (!block.isBody()) return false;
        String content = block.of(text);
        return PageText.weigh(content, 0, content.length()) >= PARAGRAPH || SentenceEnd.ends(content);
    }

    private static void setAside(List<Block> blocks, int i) {
        Block block = blocks.get(i);
        if (block.isBody()) blocks.set(i, new Block(block.start(), block.end(), Label.BOILERPLATE, "edge"));
    }
}
