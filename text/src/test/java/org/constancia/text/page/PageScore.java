package org.constancia.text.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.constancia.text.clean.Block;
import org.constancia.text.document.TextLayer;
import org.constancia.text.extract.Extractor;
import org.constancia.text.extract.RuleExtractor;
import org.constancia.text.extract.measure.Measurement;
import org.constancia.text.extract.measure.Tally;

/// What reading makes of one half of the pages: from the bytes of the page to its proposals, the date of publication as
/// the page states it, or as a person would state it where the page does not.
///
/// @param tallies paragraphs of the body kept whole, blocks inside and around the body left out, headlines and dates of
///     publication found; then what was extracted, by kind
/// @param gains of each rule of extraction, a line each
record PageScore(Map<String, Tally> tallies, String gains) {
    /// @param misses told about everything that went wrong
    static PageScore of(List<GoldPage> pages, Consumer<String> misses) {
        Measurement measurement = new Measurement(misses);
        Extractor extractor = RuleExtractor.bundled();
        Map<String, Tally> tallies = new LinkedHashMap<>();
        for (GoldPage page : pages) {
            TextLayer layer = page.layer();
            addBlocks(page, layer, tallies, misses);
            count(tallies, "headlines", page.title().equals(layer.title()));
            if (page.published() != null)
                count(tallies, "days of publication", page.published().equals(layer.published()));
            measurement.add(
                    page.article(layer),
                    extractor.extract(layer, layer.published() == null ? page.published() : layer.published()));
        }
        tallies.putAll(measurement.tallies());
        return new PageScore(tallies, measurement.gains());
    }

    private static void addBlocks(GoldPage page, TextLayer layer, Map<String, Tally> tallies, Consumer<String> misses) {
        List<String> kept = layer.blocks().stream()
                .filter(Block::isBody)
                .map(block -> GoldPage.folded(block.of(layer.text())))
                .toList();
        String body = kept.stream().collect(Collectors.joining(" "));
        int first = indexOfBody(page.blocks(), false);
        int last = indexOfBody(page.blocks(), true);
        for (int i = 0; i < page.blocks().size(); i++) {
            GoldPage.GoldBlock block = page.blocks().get(i);
            boolean right = block.isBody() ? body.contains(block.text()) : !kept.contains(block.text());
            String what = block.isBody()
                    ? "paragraphs kept"
                    : i > first && i < last ? "noise inside left out" : "noise outside left out";
            count(tallies, what, right);
            if (!right) misses.accept(page.name() + " " + what + ": " + block.text());
        }
    }

    private static int indexOfBody(List<GoldPage.GoldBlock> blocks, boolean last) {
        int found = -1;
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i).isBody() && (last || found < 0)) found = i;
        }
        return found;
    }

    private static void count(Map<String, Tally> tallies, String what, boolean right) {
        tallies.computeIfAbsent(what, _ -> new Tally()).add(right ? 1 : 0, 1, 1);
    }

    double f1(String what) {
        return tallies.getOrDefault(what, new Tally()).f1();
    }

    @Override
    public String toString() {
        return tallies.entrySet().stream()
                .map(entry -> "%-24s %s".formatted(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining("\n"));
    }
}
