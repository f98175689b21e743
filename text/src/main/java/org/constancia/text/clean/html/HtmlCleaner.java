package org.constancia.text.clean.html;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.constancia.text.clean.Block;
import org.constancia.text.clean.Cleaned;
import org.constancia.text.clean.Label;
import org.constancia.text.clean.LanguageIdentifier;
import org.constancia.text.clean.Paragraph;
import org.constancia.text.clean.ParagraphLabeler;
import org.constancia.text.clean.StatedDay;
import org.constancia.text.clean.html.PageText.Segment;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/// Labels the blocks of a web page: the article's headline, body and captions, and everything else with the
/// rule that sets it apart.
///
/// The page's whole text is written down first ({@link PageText}); several methods propose where the article
/// is, a chooser decides, and rules prune inside. Time and memory grow linearly with the page; nesting beyond
/// a fixed depth is flattened by the parser.
public final class HtmlCleaner {
    private static final int DEEPEST = 150;
    /// Metadata often carry a teaser only; less than this share of the longest proposal is not the article.
    private static final double WHOLE_ARTICLE = .4;

    private static final String OUTSIDE = "outside-article";

    private final ParagraphLabeler labeler = ParagraphLabeler.standard();

    public CleanedPage clean(String html) {
        PageText page = PageTextBuilder.build(parse(html));
        PageMetadata metadata = PageMetadata.of(page.document());
        ElementCuts cuts = ElementCuts.of(page);
        Optional<Proposal> article = article(page, metadata, cuts);
        BitSet members = article.map(Proposal::segments).orElseGet(BitSet::new);
        int root = article.map(Proposal::root).orElse(0);
        String title = new PageTitle(page, metadata, cuts).find(members).orElse(null);
        List<Block> blocks = blocks(page, title, cuts, members, root);
        String language = LanguageIdentifier.identify(page.text(), blocks);
        if (language.equals(LanguageIdentifier.UNDETERMINED) && metadata.language() != null)
            language = metadata.language();
        String author = PageAuthor.find(page, members, metadata.author()).orElse(null);
        LocalDate published = published(page, metadata, cuts, members, language);
        Cleaned cleaned = new Cleaned(page.text(), language, title, author, published, blocks);
        return new CleanedPage(cleaned, origins(page));
    }

    private static @Nullable LocalDate published(
            PageText page, PageMetadata metadata, ElementCuts cuts, BitSet members, String language) {
        if (metadata.published() != null) return metadata.published();
        String tag = page.document().select("html").attr("lang");
        StatedDay.Order order = StatedDay.Order.of(tag.isBlank() ? language : tag);
        return new PublicationDay(page, order, cuts).find(members).orElse(metadata.changed());
    }

    private static Document parse(String html) {
        return Parser.htmlParser()
                .setTrackPosition(true)
                .setMaxDepth(DEEPEST)
                .parseInput(NestedTables.opened(html), "");
    }

    private static Optional<Proposal> article(PageText page, PageMetadata metadata, ElementCuts cuts) {
        BitSet usable = cuts.usable();
        List<Proposal> proposals = new ArrayList<>();
        ContentScore.propose(page, usable).ifPresent(proposals::add);
        ParagraphRun.propose(page, usable).ifPresent(proposals::add);
        DensestRun.propose(page, usable).ifPresent(proposals::add);
        proposals.addAll(NamedBody.propose(page, usable));
        for (Proposal proposal : proposals) proposal.segments().and(usable);
        proposals.removeIf(proposal -> proposal.segments().isEmpty());
        if (proposals.isEmpty()) return Optional.empty();
        long longest = proposals.stream()
                .mapToLong(proposal -> proposal.length(page))
                .max()
                .orElse(0);
        Optional<Proposal> stated = Optional.ofNullable(metadata.articleBody())
                .flatMap(body -> MetadataBody.propose(page, body, usable))
                .filter(proposal -> proposal.length(page) > WHOLE_ARTICLE * longest);
        stated.ifPresent(proposals::add);
        Proposal chosen = BodyChooser.choose(page, proposals, stated.orElse(null));
        Extension.extend(page, chosen.segments(), usable);
        return Optional.of(chosen);
    }

    private List<Block> blocks(PageText page, @Nullable String title, ElementCuts cuts, BitSet members, int root) {
        Headlines headlines = Headlines.of(page, title, members);
        List<Paragraph> paragraphs = new ArrayList<>();
        for (int i = members.nextSetBit(0); i >= 0; i = members.nextSetBit(i + 1)) {
            if (headlines.findRule(i).isEmpty())
                paragraphs.add(paragraph(page, page.segments().get(i)));
        }
        List<Block> article = ArticleEdges.trim(page.text(), labeler.labelWithin(page.text(), paragraphs));
        List<Block> blocks = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < page.segments().size(); i++) {
            Segment segment = page.segments().get(i);
            Optional<String> headline = headlines.findRule(i);
            if (headline.isPresent()) {
                blocks.add(new Block(segment.start(), segment.end(), Label.HEADLINE, headline.get()));
            } else if (!members.get(i)) {
                blocks.add(outside(page, cuts, segment, root));
            }
            while (next < article.size() && article.get(next).start() < segment.end()) blocks.add(article.get(next++));
        }
        return blocks;
    }

    private static Paragraph paragraph(PageText page, Segment segment) {
        Paragraph.Role role = switch (page.tag(segment.block())) {
            case "h1", "h2", "h3", "h4", "h5", "h6" -> Paragraph.Role.HEADING;
            case "li", "dt", "dd" -> Paragraph.Role.ITEM;
            case "td", "th" -> Paragraph.Role.CELL;
            case "figcaption" -> Paragraph.Role.CAPTION;
            default -> Paragraph.Role.TEXT;
        };
        return new Paragraph(segment.start(), segment.end(), role, segment.isMostlyLink());
    }

    private static Block outside(PageText page, ElementCuts cuts, Segment segment, int root) {
        Optional<String> rule = cuts.findRule(segment, 0);
        boolean caption = rule.isPresent() && rule.get().equals("figure") && page.contains(root, segment.owner());
        return new Block(
                segment.start(), segment.end(), caption ? Label.CAPTION : Label.BOILERPLATE, rule.orElse(OUTSIDE));
    }

    private static List<CleanedPage.Origin> origins(PageText page) {
        List<CleanedPage.Origin> origins = new ArrayList<>();
        for (Segment segment : page.segments()) {
            origins.add(new CleanedPage.Origin(
                    segment.start(),
                    segment.end(),
                    page.path(segment.owner()),
                    segment.sourceStart(),
                    segment.sourceEnd()));
        }
        return origins;
    }
}
