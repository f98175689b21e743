package org.constancia.text.clean.html;

import java.util.BitSet;
import java.util.Optional;
import org.constancia.text.clean.html.PageText.Segment;
import org.jsoup.Jsoup;

/// Proposes the segments whose words stand in the `articleBody` the page's metadata carry.
///
/// A body that the page's own text does not confirm is no proposal: spans must point into the page.
final class MetadataBody {
    private static final double MEMBER = .6;
    private static final double CONFIRMED = .6;

    private MetadataBody() {}

    static Optional<Proposal> propose(PageText page, String articleBody, BitSet usable) {
        String body = articleBody.indexOf('<') >= 0 ? Jsoup.parse(articleBody).text() : articleBody;
        Shingles stated = Shingles.of(body);
        if (stated.size() < 30) return Optional.empty();
        BitSet members = new BitSet();
        int found = 0;
        for (int i = usable.nextSetBit(0); i >= 0; i = usable.nextSetBit(i + 1)) {
            Segment segment = page.segments().get(i);
            if (segment.length() < 20) continue;
            Shingles own = Shingles.of(page.of(segment));
            if (own.size() > 0 && own.shareIn(stated) >= MEMBER) {
                members.set(i);
                found += own.size();
            }
        }
        if (found < CONFIRMED * stated.size()) return Optional.empty();
        fillGaps(page, members);
        return Optional.of(new Proposal("metadata-body", 0, members));
    }

    /// Short lines between two members (subheadings, list items) are taken along; shingles do not see them.
    private static void fillGaps(PageText page, BitSet members) {
        for (int i = members.nextSetBit(0); i >= 0; i = members.nextSetBit(i + 1)) {
            int next = members.nextSetBit(i + 1);
            if (next < 0 || next - i > 3) continue;
            for (int gap = i + 1; gap < next; gap++) {
                if (page.segments().get(gap).length() < 40) members.set(gap);
            }
        }
    }
}
