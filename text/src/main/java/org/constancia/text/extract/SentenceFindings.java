package org.constancia.text.extract;

import java.util.List;
import java.util.Optional;
import org.constancia.text.extract.accountability.ActionFrame;
import org.constancia.text.extract.act.ActFrame;
import org.constancia.text.extract.date.DateExpression;
import org.constancia.text.extract.phrase.Grammar;
import org.constancia.text.extract.place.PlaceFinder;

/// What the finders found in one sentence.
record SentenceFindings(
        Grammar grammar,
        List<DateExpression> dates,
        List<PlaceFinder.Found> places,
        List<ActFrame> acts,
        List<ActionFrame> actions,
        ModalityReader modality) {
    /// The date that goes with a trigger: the nearest behind it before the next trigger, else the nearest before it.
    Optional<DateExpression> findDateNear(int trigger) {
        Optional<DateExpression> behind =
                dates.stream().filter(date -> date.first() > trigger).findFirst();
        if (behind.isPresent()) return behind;
        return dates.stream().filter(date -> date.last() <= trigger).reduce((_, later) -> later);
    }

    /// Where it is said to have happened: the nearest place a preposition leads to.
    Optional<PlaceFinder.Found> findPlaceNear(int trigger) {
        Optional<PlaceFinder.Found> behind = places.stream()
                .filter(place -> place.locative() && place.first() > trigger)
                .findFirst();
        if (behind.isPresent()) return behind;
        return places.stream()
                .filter(place -> place.locative() && place.last() <= trigger)
                .reduce((_, later) -> later);
    }
}
