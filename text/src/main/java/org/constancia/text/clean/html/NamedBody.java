package org.constancia.text.clean.html;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jsoup.nodes.Element;

/// Proposes the elements that the page itself calls the article's body: by `itemprop`, by a usual class name, or by
/// being its `article` or `main` element.
final class NamedBody {
    private static final int SHORTEST = 250;

    private NamedBody() {}

    static List<Proposal> propose(PageText page, BitSet usable) {
        List<Proposal> proposals = new ArrayList<>();
        add(proposals, page, largest(page, usable, "property"), "articleBody");
        add(proposals, page, largest(page, usable, "named"), "named-body");
        add(proposals, page, largest(page, usable, "article"), "article-element");
        add(proposals, page, largest(page, usable, "main"), "main-element");
        return proposals;
    }

    private static void add(List<Proposal> proposals, PageText page, int root, String origin) {
        if (root > 0) proposals.add(Proposal.under(origin, page, root));
    }

    private static int largest(PageText page, BitSet usable, String kind) {
        int best = -1;
        int most = SHORTEST;
        for (int i = 1; i < page.elementCount(); i++) {
            if (!matches(page.element(i), kind)) continue;
            int words = words(page, i, usable);
            if (words > most) {
                most = words;
                best = i;
            }
        }
        return best;
    }

    private static boolean matches(Element element, String kind) {
        return switch (kind) {
            case "property" -> element.attr("itemprop").equalsIgnoreCase("articleBody");
            case "named" ->
                !element.normalName().equals("body")
                        && ElementNames.standard().judge(element).body();
            case "article" -> element.normalName().equals("article");
            default ->
                element.normalName().equals("main") || element.attr("role").equals("main");
        };
    }

    /// The usable text under an element that is not linked.
    private static int words(PageText page, int root, BitSet usable) {
        int words = 0;
        for (int i = page.firstSegment(root); i < page.endSegment(root); i++) {
            if (usable.get(i)) {
                PageText.Segment segment = page.segments().get(i);
                words += segment.weight() - segment.linked();
            }
        }
        return words;
    }
}
