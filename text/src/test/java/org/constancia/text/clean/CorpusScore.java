package org.constancia.text.clean;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// How well the labels of some pages agree with their gold.
///
/// @param blockRecall share of the blocks inside the body that are no body and were found not to be
/// @param outsideRecall the same for the blocks before and behind the body
/// @param bodyLost share of the body's characters that were not kept as body
/// @param faults what went wrong, page by page
public record CorpusScore(double blockRecall, double outsideRecall, double bodyLost, List<String> faults) {
    /// @param part the folder of the corpus
    public static CorpusScore ofPart(String part) {
        return of(CorpusPage.list(part));
    }

    static CorpusScore of(List<CorpusPage> pages) {
        int[] inside = new int[2];
        int[] outside = new int[2];
        long lost = 0;
        long all = 0;
        List<String> faults = new ArrayList<>();
        for (CorpusPage page : pages) {
            Cleaned cleaned = page.cleaned();
            List<String> kept = cleaned.blocks().stream()
                    .filter(Block::isBody)
                    .map(block -> CorpusPage.folded(block.of(cleaned.text())))
                    .toList();
            String body = kept.stream().collect(Collectors.joining(" "));
            for (CorpusPage.Gold gold : page.gold()) {
                if (gold.label().equals("body")) {
                    all += gold.text().length();
                    if (body.contains(gold.text())) continue;
                    lost += gold.text().length();
                    faults.add(page.name() + " lost: " + gold.text());
                } else {
                    int[] count = page.inside().contains(gold) ? inside : outside;
                    count[0]++;
                    if (kept.contains(gold.text())) faults.add(page.name() + " kept: " + gold.text());
                    else count[1]++;
                }
            }
        }
        return new CorpusScore(
                (double) inside[1] / inside[0], (double) outside[1] / outside[0], (double) lost / all, faults);
    }

    @Override
    public String toString() {
        return "blocks inside %.3f, outside %.3f, body lost %.4f%n%s"
                .formatted(blockRecall, outsideRecall, bodyLost, String.join("\n", faults));
    }
}
