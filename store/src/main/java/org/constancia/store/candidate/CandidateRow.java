package org.constancia.store.candidate;

import java.time.Instant;
import java.util.List;
import org.constancia.core.record.CandidateId;
import org.constancia.core.record.SourceId;
import org.jspecify.annotations.Nullable;

/// A proposal as it is stored.
///
/// @param content its slots as JSON
/// @param status `waiting`, `accepted`, `rejected` or `split`
/// @param decision what the decision made, as JSON; null while it waits
public record CandidateRow(
        CandidateId id,
        SourceId source,
        int layer,
        String kind,
        int start,
        int end,
        String text,
        String content,
        List<String> rules,
        double score,
        String status,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String decision) {
    public CandidateRow {
        rules = List.copyOf(rules);
    }
}
