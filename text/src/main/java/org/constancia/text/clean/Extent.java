package org.constancia.text.clean;

import java.util.List;

/// How far a text is looked into: rules and extraction take the first {@link #MOST} letters of a web page's or flat
/// text's story, so that no page takes long whatever it holds. What lies behind is body, preserved and shown, without
/// judgement or proposals.
///
/// Documents with pages or paragraphs of their own are read whole. See decision 0012.
public final class Extent {
    /// Some 65,000 words, a book of 200 pages.
    public static final int MOST = 400_000;

    private Extent() {}

    /// How many of the stretches fit, from the first on.
    static int count(List<Paragraph> paragraphs) {
        long letters = 0;
        for (int i = 0; i < paragraphs.size(); i++) {
            letters += paragraphs.get(i).length();
            if (letters > MOST) return i;
        }
        return paragraphs.size();
    }
}
