package org.constancia.app.web.accountability;

import org.constancia.app.web.record.EventsPage;
import org.constancia.core.record.CodeList.CommitmentStatus;
import org.jspecify.annotations.Nullable;

/// Reads what was done about the violations.
public interface Accountability {
    AccountabilityPage accountability(AccountabilityQuery query);

    /// The records behind a number of the page: `all`, `stage-charge`, `furthest-none`, `no-conviction`, `stalled`.
    ///
    /// @param page from 1
    EventsPage listBehind(String number, AccountabilityQuery query, int page);

    CommitmentsPage commitments(@Nullable CommitmentStatus status);
}
