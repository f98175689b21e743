package org.constancia.app.web.accountability;

import java.util.List;
import org.constancia.app.web.page.Link;
import org.constancia.app.web.page.Value;
import org.constancia.core.record.CodeList.Jurisdiction;
import org.constancia.core.record.CodeList.Stage;
import org.constancia.core.time.PartialDate;
import org.jspecify.annotations.Nullable;

/// The accountability track of one act and one accused.
///
/// @param accused absent when nobody is accused
/// @param jurisdiction absent when there is no proceeding or nobody says which
/// @param caseNumber the *radicado*; empty when unknown
/// @param stations in order: reached, open, not reached; empty when no proceeding is known
/// @param lastMoved the last dated step; absent when no step has a date
/// @param daysSince from the last step to today; absent when closed or undated
/// @param approximate the last step is known to a month or a year only
public record Track(
        Link act,
        String category,
        @Nullable String accused,
        @Nullable Jurisdiction jurisdiction,
        String court,
        String caseNumber,
        List<Station> stations,
        @Nullable PartialDate lastMoved,
        @Nullable Long daysSince,
        boolean approximate) {

    public Track {
        stations = List.copyOf(stations);
    }

    public boolean hasProceeding() {
        return !stations.isEmpty();
    }

    /// @param note the decision or the sentence, in the words of the record; empty when there is none
    public record Station(
            Stage stage,
            State state,
            @Nullable PartialDate when,
            String note,
            @Nullable Value value) {}

    public enum State {
        DONE,
        OPEN,
        NOT_REACHED
    }
}
