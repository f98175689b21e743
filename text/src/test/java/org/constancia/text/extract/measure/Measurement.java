package org.constancia.text.extract.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import org.constancia.core.place.PlaceName;
import org.constancia.text.clean.Block;
import org.constancia.text.document.DocumentReader;
import org.constancia.text.document.Reading;
import org.constancia.text.document.ReadingLimits;
import org.constancia.text.document.TextLayer;
import org.constancia.text.extract.Bound;
import org.constancia.text.extract.Candidate;
import org.constancia.text.extract.Extraction;
import org.constancia.text.extract.Extractor;
import org.constancia.text.extract.RuleId;
import org.constancia.text.extract.Slot;
import org.constancia.text.extract.Span;
import org.constancia.text.extract.measure.GoldArticle.Fact;
import org.jspecify.annotations.Nullable;

/// Compares candidates with gold. A statement counts when four fifths of the longer span are shared and the
/// resolved speaker is right; a figure when passage, number and bound agree; a date when passage and days
/// agree; an action when kind and passage agree; an act when type and victim agree; a commitment when passage
/// and speaker agree.
public final class Measurement {
    private static final double SHARED = 0.8;
    private static final Set<String> DEADLY = Set.of("killing", "death", "massacre", "extrajudicial-execution");

    private final Map<String, Tally> tallies = new LinkedHashMap<>();
    private final Map<String, Map<RuleId, Tally>> byRule = new LinkedHashMap<>();
    private final Consumer<String> misses;

    /// @param misses told about everything missed or wrongly proposed
    public Measurement(Consumer<String> misses) {
        this.misses = misses;
    }

    public static TextLayer layerOf(String text) {
        Reading reading = DocumentReader.within(ReadingLimits.USUAL).readText(text);
        if (reading instanceof Reading.Understood understood) {
            TextLayer layer = understood.layer();
            List<Block> body = layer.blocks().stream()
                    .map(block -> Block.body(block.start(), block.end()))
                    .toList();
            return new TextLayer(text, layer.language(), null, null, null, body, layer.positions());
        }
        throw new IllegalArgumentException("no text");
    }

    public void add(GoldArticle article, Extractor extractor) {
        add(article, extractor.extract(layerOf(article.text()), article.published()));
    }

    /// Compares what was found in the text of an article, however it was read.
    public void add(GoldArticle article, Extraction found) {
        String language = article.isSpanish() ? " es" : " en";
        compare("statements" + language, article, 'S', found.statements(), this::sameStatement);
        compare("figures", article, 'F', found.figures(), Measurement::sameFigure);
        compare("dates", article, 'D', found.dates(), Measurement::sameDate);
        compare(
                "actions",
                article,
                'A',
                found.accountabilityActions(),
                (gold, action) -> gold.fields().getFirst().equals(action.kind())
                        && gold.span().overlaps(action.span()));
        compare("acts", article, 'E', found.acts(), Measurement::sameAct);
        compare(
                "commitments",
                article,
                'C',
                found.commitments(),
                (gold, commitment) -> shared(gold.span(), commitment.span()) > 0.5
                        && sameName(gold.fields().getFirst(), commitment.by().name()));
    }

    public Map<String, Tally> tallies() {
        return tallies;
    }

    /// What each rule gains, kind by kind: the points of F1 that are lost when nothing it had a part in is
    /// proposed.
    public String gains() {
        StringBuilder lines = new StringBuilder();
        byRule.forEach((what, rules) -> {
            Tally all = tallies.getOrDefault(what, new Tally());
            rules.forEach((rule, tally) -> lines.append("  %-14s %-30s %3d of %3d right  %+6.2f%n"
                    .formatted(
                            what,
                            rule,
                            tally.right(),
                            tally.proposed(),
                            100 * (all.f1() - all.without(tally).f1()))));
        });
        return lines.toString();
    }

    private <C extends Candidate> void compare(
            String what, GoldArticle article, char kind, List<C> found, BiPredicate<Fact, C> same) {
        List<Fact> missing = new ArrayList<>(article.facts(kind));
        int wanted = missing.size();
        int right = 0;
        List<Fact> matched = new ArrayList<>();
        for (C candidate : found) {
            Fact fact = missing.stream()
                    .filter(gold -> same.test(gold, candidate))
                    .findFirst()
                    .orElse(null);
            boolean again = fact == null && matched.stream().anyMatch(gold -> same.test(gold, candidate));
            if (fact != null) {
                right++;
                missing.remove(fact);
                matched.add(fact);
            } else
                misses.accept("%s %s %s: %s %s"
                        .formatted(
                                again ? "TWICE" : "WRONG",
                                article.name(),
                                what,
                                candidate.span().of(article.text()),
                                brief(candidate)));
            for (RuleId rule : candidate.grounds().rules())
                byRule.computeIfAbsent(what, _ -> new TreeMap<>())
                        .computeIfAbsent(rule, _ -> new Tally())
                        .add(fact != null ? 1 : 0, 1, 0);
        }
        for (Fact fact : missing) misses.accept("MISSED %s %s: %s".formatted(article.name(), what, fact.fields()));
        tallies.computeIfAbsent(what, _ -> new Tally()).add(right, found.size(), wanted);
    }

    private static String brief(Candidate candidate) {
        return switch (candidate) {
            case Candidate.Statement statement ->
                " <"
                        + (statement.speaker() == null
                                ? "nobody"
                                : statement.speaker().name().value()) + "> "
                        + candidate.grounds().rules();
            case Candidate.Figure figure ->
                " <" + figure.number() + " " + figure.bound() + "> "
                        + candidate.grounds().rules();
            case Candidate.DateMention date ->
                " <" + (date.resolved() == null ? "?" : date.resolved().edtf()) + ">";
            case Candidate.AccountabilityAction action -> " <" + action.kind() + ">";
            case Candidate.Act act ->
                " <" + act.type() + " "
                        + act.victims().stream().map(Slot::value).toList() + " by "
                        + act.perpetrators().stream().map(Slot::value).toList() + " " + act.modality() + "> "
                        + candidate.grounds().rules();
            case Candidate.Commitment commitment ->
                " <" + commitment.by().name().value() + "> "
                        + candidate.grounds().rules();
            case Candidate.Demand _, Candidate.PlaceMention _ -> "";
        };
    }

    /// The shared part of the longer of two spans.
    static double shared(Span one, Span other) {
        int common = Math.min(one.end(), other.end()) - Math.max(one.start(), other.start());
        return common <= 0 ? 0 : (double) common / Math.max(one.length(), other.length());
    }

    private boolean sameStatement(Fact gold, Candidate.Statement statement) {
        return statement.speaker() != null
                && shared(gold.span(), statement.span()) >= SHARED
                && sameName(gold.fields().getFirst(), statement.speaker().name());
    }

    private static boolean sameName(String gold, @Nullable Slot found) {
        if (found == null) return false;
        String one = PlaceName.normalise(gold);
        String other = PlaceName.normalise(found.value());
        return one.contains(other) || other.contains(one);
    }

    private static boolean sameFigure(Fact gold, Candidate.Figure figure) {
        String[] numbers = gold.fields().get(0).split("-");
        Bound bound = switch (gold.fields().get(1)) {
            case ">=" -> Bound.AT_LEAST;
            case "<=" -> Bound.AT_MOST;
            case "~" -> Bound.ABOUT;
            case ".." -> Bound.RANGE;
            default -> Bound.EXACT;
        };
        boolean number = figure.number() != null
                && figure.number() == Long.parseLong(numbers[0])
                && (numbers.length == 1 || figure.max() != null && figure.max() == Long.parseLong(numbers[1]));
        return number && figure.bound() == bound && gold.span().overlaps(figure.span());
    }

    private static boolean sameDate(Fact gold, Candidate.DateMention date) {
        String days = date.resolved() == null ? "?" : date.resolved().edtf();
        return gold.span().overlaps(date.span()) && gold.fields().get(1).equals(days);
    }

    private static boolean sameAct(Fact gold, Candidate.Act act) {
        String type = gold.fields().get(0);
        boolean types = type.equals(act.type())
                || DEADLY.contains(type) && DEADLY.contains(act.type())
                || type.contains("disappearance") && act.type().contains("disappearance");
        if (!types) return false;
        String victim = gold.fields().get(1);
        if (victim.equals("-"))
            return act.victims().isEmpty() || !gold.fields().get(2).equals("-");
        return act.victims().stream()
                .anyMatch(slot -> slot.span() != null && slot.span().overlaps(gold.span()) || sameName(victim, slot));
    }
}
