package org.constancia.app.web.accountability;

import java.util.List;
import org.constancia.app.web.page.Link;
import org.constancia.app.web.page.Value;
import org.constancia.core.record.CodeList.CommitmentStatus;
import org.constancia.core.time.PartialDate;
import org.jspecify.annotations.Nullable;

/// Who promised what, when, in which office, and what came of it.
public record CommitmentsPage(@Nullable CommitmentStatus status, List<Commitment> commitments, List<Demand> demands) {

    public CommitmentsPage {
        commitments = List.copyOf(commitments);
        demands = List.copyOf(demands);
    }

    /// @param office held when it was said
    /// @param contrast the passage that stands in contrast, exactly as in its source; absent when there is none
    /// @param later facts that were linked afterwards
    public record Commitment(
            String id,
            Link who,
            String office,
            Value promise,
            @Nullable PartialDate said,
            @Nullable PartialDate due,
            CommitmentStatus status,
            @Nullable Value contrast,
            List<Link> later) {

        public Commitment {
            later = List.copyOf(later);
        }
    }

    /// @param of whom it was asked
    public record Demand(
            Link who,
            String of,
            Value demand,
            @Nullable PartialDate said,
            @Nullable Value answer) {}
}
