package org.constancia.app.web.accountability;

import java.time.LocalDate;
import java.util.List;
import org.constancia.core.record.CodeList.Stage;
import org.jspecify.annotations.Nullable;

/// How far justice got, for a selection of acts. Unit: act × accused.
///
/// @param all acts × accused in the selection: the denominator
/// @param allHref the list of them
/// @param stages cumulative, from the complaint on: that stage or beyond
/// @param furthest by the furthest stage reached, no known proceeding included; the counts add up to `all`
/// @param stalledDays after how many days without a step a track counts as stalled
public record AccountabilityPage(
        AccountabilityQuery query,
        LocalDate knownOn,
        long all,
        String allHref,
        List<Definition> definitions,
        List<StageCount> stages,
        List<StageCount> furthest,
        List<Track> tracks,
        int trackTotal,
        long stalled,
        String stalledHref,
        int stalledDays,
        @Nullable Durations durations) {

    public AccountabilityPage {
        definitions = List.copyOf(definitions);
        stages = List.copyOf(stages);
        furthest = List.copyOf(furthest);
        tracks = List.copyOf(tracks);
    }

    /// An indicator by one definition.
    ///
    /// @param code a stable code worded by the page: `convicted`, `cleared`, `no-known-proceeding`, `no-inquiry`,
    ///     `no-charge`, `no-conviction`
    public record Definition(
            String code, long numerator, String numeratorHref, long denominator, String denominatorHref) {

        /// Per cent; absent for an empty denominator.
        public @Nullable Double share() {
            return denominator == 0 ? null : 100.0 * numerator / denominator;
        }
    }

    /// @param stage absent for no known proceeding
    public record StageCount(@Nullable Stage stage, long count, String href) {}

    /// Days from the event to a stage: Kaplan–Meier share of acts without it, for the chart and its table.
    public record Durations(Stage stage, long n, List<Step> steps) {

        public Durations {
            steps = List.copyOf(steps);
        }

        public record Step(int months, double without, double low, double high, long atRisk) {}
    }
}
