package org.constancia.text.clean.html;

import java.util.BitSet;
import java.util.Optional;
import org.constancia.text.clean.html.PageText.Segment;

/// Proposes the element whose paragraphs score highest, after the rule published with Arc90's Readability.
///
/// A paragraph of at least 25 characters earns 1, plus its comma-separated parts, plus min(length / 100, 3); its parent
/// takes all of it, its grandparent half, a higher ancestor at level n a share of 1 / 3n. Names weigh 25 each way, and
/// the sum is multiplied by one minus the link density. Siblings of the winner join when they score well or are
/// paragraphs of their own.
final class ContentScore {
    private static final int SHORTEST = 25;
    private static final int LEVELS = 5;

    private final PageText page;
    private final ElementNames names = ElementNames.standard();
    private final double[] score;
    private final boolean[] scored;

    private ContentScore(PageText page) {
        this.page = page;
        this.score = new double[page.elementCount()];
        this.scored = new boolean[page.elementCount()];
    }

    static Optional<Proposal> propose(PageText page, BitSet usable) {
        return new ContentScore(page).best(usable);
    }

    private Optional<Proposal> best(BitSet usable) {
        for (int i = usable.nextSetBit(0); i >= 0; i = usable.nextSetBit(i + 1))
            credit(page.segments().get(i));
        int best = -1;
        for (int i = 0; i < score.length; i++) {
            if (!scored[i]) continue;
            score[i] *= 1 - page.linkDensity(i);
            if (best < 0 || score[i] > score[best]) best = i;
        }
        if (best < 0) return Optional.empty();
        return Optional.of(withSiblings(climb(best), usable));
    }

    private void credit(Segment segment) {
        int length = segment.weight();
        if (length < SHORTEST || segment.isMostlyLink()) return;
        double worth = 1 + commas(segment) + Math.min(length / 100, 3);
        int paragraph = segment.block();
        boolean alone = page.endSegment(paragraph) - page.firstSegment(paragraph) == 1;
        int above = alone ? page.parent(paragraph) : paragraph;
        for (int level = 0; level < LEVELS && above > 0; level++) {
            if (!scored[above]) {
                scored[above] = true;
                score[above] = initial(above);
            }
            score[above] += level == 0 ? worth : level == 1 ? worth / 2 : worth / (level * 3);
            above = page.parent(above);
        }
    }

    private int commas(Segment segment) {
        int commas = 1;
        for (int i = segment.start(); i < segment.end(); i++) {
            char character = page.text().charAt(i);
            if (character == ',' || character == '\u060C' || character == '\u3001' || character == '\uFF0C') commas++;
        }
        return commas;
    }

    private double initial(int number) {
        double tag = switch (page.tag(number)) {
            case "div", "article", "main" -> 5;
            case "pre", "td", "blockquote" -> 3;
            case "address", "ol", "ul", "dl", "dd", "dt", "li", "form" -> -3;
            case "h1", "h2", "h3", "h4", "h5", "h6", "th" -> -5;
            default -> 0;
        };
        return tag + 25.0 * names.judge(page.element(number)).weight();
    }

    /// Up to the parent while it scores higher, or while it holds nothing else.
    private int climb(int best) {
        int at = best;
        double last = score[at];
        double floor = last / 3;
        for (int above = page.parent(at); above > 0 && !page.tag(above).equals("body"); above = page.parent(above)) {
            if (page.textLength(above) == page.textLength(at)) {
                at = above;
                continue;
            }
            if (!scored[above] || score[above] < floor) break;
            if (score[above] > last) {
                at = above;
                break;
            }
            last = score[above];
        }
        return at;
    }

    private Proposal withSiblings(int winner, BitSet usable) {
        double threshold = Math.max(10, score[winner] * .2);
        int parent = page.parent(winner);
        BitSet taken = new BitSet();
        for (int child = parent + 1; child <= page.lastElement(parent); child = page.lastElement(child) + 1) {
            if (page.parent(child) != parent || page.endSegment(child) == 0) continue;
            boolean joins = child == winner || (scored[child] && score[child] >= threshold) || isParagraph(child);
            if (joins) taken.set(page.firstSegment(child), page.endSegment(child));
        }
        taken.set(page.firstSegment(winner), page.endSegment(winner));
        return new Proposal("content-score", parent, taken);
    }

    private boolean isParagraph(int number) {
        return page.tag(number).equals("p") && page.textLength(number) > 80 && page.linkDensity(number) < .25;
    }
}
