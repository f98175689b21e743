package org.constancia.app.review;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.constancia.core.record.CodeList;
import org.constancia.core.record.CodeList.FigureUnit;
import org.constancia.core.record.CodeList.OutcomeKind;
import org.constancia.core.record.CodeList.Sector;
import org.constancia.core.record.CodeList.Stage;

/// What the codes and words of the extractor mean in the record's own lists. A code that has no counterpart gives
/// nothing; the reviewer fills it in.
final class CodesOfExtraction {
    private CodesOfExtraction() {}

    /// The stage that an accountability action is a step of.
    static Optional<Stage> stage(String action) {
        return switch (action) {
            case "complaint" -> Optional.of(Stage.COMPLAINT);
            case "investigation-opened", "reopened" -> Optional.of(Stage.INQUIRY);
            case "arrest", "arrest-warrant", "extradition" -> Optional.of(Stage.WARRANT);
            case "charge" -> Optional.of(Stage.CHARGE);
            case "trial", "plea", "confession" -> Optional.of(Stage.TRIAL);
            case "conviction", "acquittal" -> Optional.of(Stage.VERDICT);
            case "sentence" -> Optional.of(Stage.SENTENCE);
            case "appeal", "appeal-decided" -> Optional.of(Stage.APPEAL);
            case "reparation-ordered" -> Optional.of(Stage.REPARATION_ORDERED);
            case "archived", "case-dropped" -> Optional.of(Stage.ARCHIVED);
            default -> Optional.empty();
        };
    }

    /// The outcome that an accountability action is.
    static Optional<OutcomeKind> outcome(String action) {
        return switch (action) {
            case "conviction" -> Optional.of(OutcomeKind.CONVICTED);
            case "acquittal" -> Optional.of(OutcomeKind.ACQUITTED);
            case "case-dropped" -> Optional.of(OutcomeKind.DISMISSED);
            case "suspension", "dismissal" -> Optional.of(OutcomeKind.SANCTIONED);
            default -> Optional.empty();
        };
    }

    static Optional<Sector> sector(String group) {
        return switch (group) {
            case "defender" -> Optional.of(Sector.HUMAN_RIGHTS_DEFENDER);
            case "student", "religious" -> Optional.of(Sector.CIVILIAN);
            default -> {
                String code = group.replace('-', '_');
                yield CodeList.SECTOR.codes().contains(code)
                        ? Optional.of(CodeList.member(Sector.class, code))
                        : Optional.empty();
            }
        };
    }

    /// What a figure counts, from the words said of the people counted.
    static FigureUnit unit(String words) {
        String text = words.toLowerCase(Locale.ROOT);
        record Sign(FigureUnit unit, List<String> stems) {}
        List<Sign> signs = List.of(
                new Sign(
                        FigureUnit.KILLED,
                        List.of(
                                "kill", "dead", "died", "death", "murder", "slain", "muer", "muri", "asesin", "homicid",
                                "fallec")),
                new Sign(FigureUnit.WOUNDED, List.of("wound", "injur", "hurt", "herid", "lesion")),
                new Sign(FigureUnit.DISAPPEARED, List.of("disappear", "missing", "desapare")),
                new Sign(FigureUnit.DETAINED, List.of("detain", "arrest", "jailed", "deten", "captur", "arrest")),
                new Sign(FigureUnit.DISPLACED, List.of("displac", "fled", "desplaz")),
                new Sign(FigureUnit.THREATENED, List.of("threat", "amenaz")),
                new Sign(FigureUnit.ATTACKED, List.of("attack", "assault", "ataca", "ataque", "agred")));
        return signs.stream()
                .filter(sign -> sign.stems().stream().anyMatch(text::contains))
                .map(Sign::unit)
                .findFirst()
                .orElse(FigureUnit.OTHER);
    }

    /// The record's code for a bound; a quantity without a number has none.
    static Optional<CodeList.Bound> bound(String name) {
        return name.equals("UNQUANTIFIED") ? Optional.empty() : Optional.of(CodeList.Bound.valueOf(name));
    }
}
