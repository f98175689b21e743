package org.constancia.text.clean.html;

import java.util.BitSet;
import org.constancia.text.clean.SentenceEnd;
import org.constancia.text.clean.html.PageText.Segment;

/// Takes the neighbours of a chosen article along that are built like its own paragraphs: siblings with the same tag
/// and
/// class that end as sentences do. Methods that look for long paragraphs lose a short last one.
final class Extension {
    private static final int MOST = 6;
    /// Behind one line of another kind, a pointer or an advertisement, the article may go on.
    private static final int MOST_PASSED = 1;

    private Extension() {}

    static void extend(PageText page, BitSet members, BitSet usable) {
        if (members.isEmpty()) return;
        int last = members.length() - 1;
        int passed = 0;
        for (int i = last + 1; i < Math.min(page.segments().size(), last + 1 + MOST) && passed <= MOST_PASSED; i++) {
            if (usable.get(i)
                    && isAlike(page, page.segments().get(last), page.segments().get(i))) members.set(i);
            else passed++;
        }
        int first = members.nextSetBit(0);
        for (int i = first - 1; i >= Math.max(0, first - MOST); i--) {
            if (!usable.get(i)
                    || !isAlike(
                            page, page.segments().get(first), page.segments().get(i))) break;
            members.set(i);
        }
    }

    private static boolean isAlike(PageText page, Segment member, Segment other) {
        if (page.parent(member.block()) != page.parent(other.block()) || other.isMostlyLink()) return false;
        if (!page.tag(member.block()).equals(page.tag(other.block()))) return false;
        if (!page.element(member.block())
                .className()
                .equals(page.element(other.block()).className())) return false;
        String words = page.of(other);
        return other.weight() > 20 && SentenceEnd.ends(words);
    }
}
