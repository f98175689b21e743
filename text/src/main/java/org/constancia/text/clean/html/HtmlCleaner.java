package org.constancia.text.clean.html;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/// Experimental assembly.
public final class HtmlCleaner {
    private static final int DEEPEST = 400;

    static Document parse(String html) {
        Parser parser = Parser.htmlParser().setTrackPosition(true).setMaxDepth(DEEPEST);
        return parser.parseInput(html, "");
    }

    public static List<String[]> experiment(String html) {
        PageText page = PageTextBuilder.build(parse(html));
        PageMetadata metadata = PageMetadata.of(page.document());
        ElementCuts cuts = ElementCuts.of(page);
        BitSet usable = cuts.usable();
        List<Proposal> proposals = new ArrayList<>();
        ContentScore.propose(page, usable).ifPresent(proposals::add);
        ParagraphRun.propose(page, usable).ifPresent(proposals::add);
        if (metadata.articleBody() != null)
            MetadataBody.propose(page, metadata.articleBody(), usable).ifPresent(proposals::add);
        proposals.addAll(NamedBody.propose(page, usable));
        List<String[]> out = new ArrayList<>();
        for (Proposal p : proposals) {
            BitSet b = (BitSet) p.segments().clone();
            StringBuilder raw = new StringBuilder();
            StringBuilder cut = new StringBuilder();
            for (int i = b.nextSetBit(0); i >= 0; i = b.nextSetBit(i + 1)) {
                var s = page.segments().get(i);
                raw.append(page.of(s)).append('\n');
                if (usable.get(i)) cut.append(page.of(s)).append('\n');
            }
            out.add(new String[] {p.origin(), raw.toString(), cut.toString()});
        }
        return out;
    }
}
