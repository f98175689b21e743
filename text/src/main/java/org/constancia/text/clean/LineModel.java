package org.constancia.text.clean;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;

/// Tells running text from the page's own lines in a text without markup, where no rule has spoken: a linear-chain
/// conditional random field of two states (Lafferty, McCallum and Pereira 2001) over {@link LineSigns}.
///
/// The weights are in `line-weights.txt`, fitted by `bench text lines --fit`. The labels of the whole text are found at
/// once (Viterbi), so that a title among titles and a short sentence among sentences are judged by their company. What
/// rules have labelled stays as it is and speaks for its neighbours. Time is linear in the text.
public final class LineModel {
    /// Longer lines are running text.
    private static final int LONGEST = 320;

    /// Letters of a line that is judged at the threshold itself.
    private static final double USUAL = 40;

    private static final double CERTAIN = 1e6;

    private final LineSigns signs = LineSigns.standard();
    private final Map<String, Double> weights;

    private LineModel(Map<String, Double> weights) {
        this.weights = weights;
    }

    public static LineModel standard() {
        return new LineModel(weights());
    }

    private static Map<String, Double> weights() {
        Map<String, Double> weights = new HashMap<>();
        var file = Objects.requireNonNull(LineModel.class.getResourceAsStream("line-weights.txt"));
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isBlank() || line.startsWith("#")) continue;
                int mark = line.lastIndexOf(" : ");
                if (mark < 0)
                    throw new ConstanciaException(Problem.BAD_INPUT, "A weight has no sign").with("line", line);
                weights.put(line.substring(0, mark), Double.parseDouble(line.substring(mark + 3)));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return weights;
    }

    /// The signs of every line, in order: what the weights are fitted on.
    public static List<List<String>> signs(List<String> lines) {
        LineSigns.Sight sight = LineSigns.standard().of(lines);
        return IntStream.range(0, lines.size()).mapToObj(sight::at).toList();
    }

    /// The indices of the blocks that no rule has spoken on and that the model takes for the page's. None where
    /// they would outweigh the running text: such a text is a list, a table or a poem, and no page of news.
    ///
    /// @param blocks the blocks of a text in order; those that are not body are certain
    List<Integer> foreign(String text, List<Block> blocks) {
        List<String> lines = blocks.stream().map(block -> block.of(text)).toList();
        boolean[] best = best(scores(lines, blocks, judged(blocks)));
        List<Integer> foreign = new ArrayList<>();
        long taken = 0;
        long kept = 0;
        for (int i = 0; i < best.length; i++) {
            if (!blocks.get(i).isBody()) continue;
            if (best[i]) {
                foreign.add(i);
                taken += lines.get(i).length();
            } else if (LineShape.endsSentence(lines.get(i))) {
                kept += lines.get(i).length();
            }
        }
        return taken > kept ? List.of() : foreign;
    }

    /// How many blocks lie within the extent of what is judged.
    private static int judged(List<Block> blocks) {
        return Extent.count(blocks.stream()
                .map(block -> Paragraph.plain(block.start(), block.end()))
                .toList());
    }

    private double[] scores(List<String> lines, List<Block> blocks, int judged) {
        LineSigns.Sight sight = signs.of(lines);
        double[] scores = new double[lines.size()];
        for (int i = 0; i < scores.length; i++) {
            Block block = blocks.get(i);
            int length = lines.get(i).length();
            if (block.label() == Label.HEADLINE) scores[i] = 0;
            else if (!block.isBody()) scores[i] = CERTAIN;
            else scores[i] = length > LONGEST || i >= judged ? -CERTAIN : score(sight.at(i), length);
        }
        return scores;
    }

    /// The odds asked for grow with the line, since a line lost costs its letters and a line kept only the block.
    private double score(List<String> line, int length) {
        double score = weight("threshold") - Math.log(length / USUAL);
        for (String sign : line) score += weight(sign);
        return score;
    }

    private double weight(String sign) {
        return weights.getOrDefault(sign, 0.0);
    }

    /// The labels of the highest sum, true for a line of the page; a change of label and a pair alike have weights.
    private boolean[] best(double[] scores) {
        double stay = weight("chain page page");
        double change = weight("chain change");
        boolean[][] cameFromPage = new boolean[scores.length][2];
        double body = 0;
        double foreign = 0;
        for (int i = 0; i < scores.length; i++) {
            double toBody = Math.max(body, i == 0 ? body : foreign + change);
            double toForeign = Math.max(i == 0 ? foreign : foreign + stay, i == 0 ? body : body + change);
            cameFromPage[i][0] = i > 0 && foreign + change > body;
            cameFromPage[i][1] = i > 0 && foreign + stay > body + change;
            body = toBody;
            foreign = toForeign + scores[i];
        }
        boolean[] best = new boolean[scores.length];
        boolean page = foreign > body;
        for (int i = scores.length - 1; i >= 0; i--) {
            best[i] = page;
            page = cameFromPage[i][page ? 1 : 0];
        }
        return best;
    }
}
