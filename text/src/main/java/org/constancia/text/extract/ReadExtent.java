package org.constancia.text.extract;

import org.constancia.text.clean.Block;
import org.constancia.text.clean.Extent;
import org.constancia.text.document.Locator;
import org.constancia.text.document.TextLayer;
import org.jspecify.annotations.Nullable;

/// What of a layer nothing is proposed from because the text is too long ({@link Extent}).
public final class ReadExtent {
    private ReadExtent() {}

    /// The end of the text, from the word on at which reading stops; null when all is read. Documents with pages or
    /// paragraphs of their own (PDF, DOCX) are always read whole.
    public static @Nullable Span unread(TextLayer layer) {
        if (layer.text().length() <= Extent.MOST || isDocument(layer)) return null;
        long letters = 0;
        for (Block block : layer.blocks()) {
            if (!block.isBody()) continue;
            int length = block.end() - block.start();
            if (letters + length > Extent.MOST)
                return new Span(
                        wordStart(layer.text(), block, block.start() + (int) (Extent.MOST - letters)),
                        layer.text().length());
            letters += length;
        }
        return null;
    }

    private static boolean isDocument(TextLayer layer) {
        return layer.positions().stream().anyMatch(position -> switch (position.locator()) {
            case Locator.PageParagraph _, Locator.Paragraph _ -> true;
            case Locator.Line _, Locator.Element _ -> false;
        });
    }

    private static int wordStart(String text, Block block, int at) {
        int start = at;
        while (start > block.start() && !Character.isWhitespace(text.charAt(start - 1))) start--;
        return start == block.start() ? at : start;
    }
}
