package org.constancia.app.web.page;

import java.time.Instant;
import org.constancia.core.record.Basis;
import org.constancia.core.record.StatementStatus;
import org.jspecify.annotations.Nullable;

/// One statement behind a value, as shown beside its rivals.
///
/// @param statementId what forms send back
/// @param value the value it gives, written as [Value#text()] is
/// @param assertedBy who says so; absent when the source says it in its own voice
/// @param quote the passage, exactly as it stands in the source
/// @param language of the passage, BCP 47
/// @param family the story its source carries in common with others; absent when it is alone
/// @param locator where in the source, such as `p. 4`; empty when it has no pages
/// @param logIndex its place in the log; absent until it is logged
public record Said(
        String statementId,
        String value,
        @Nullable String assertedBy,
        String quote,
        String language,
        Link source,
        @Nullable String family,
        String locator,
        Basis basis,
        StatementStatus status,
        boolean preferred,
        String recordedBy,
        Instant recordedAt,
        @Nullable Long logIndex) {}
