package org.constancia.app.web.page;

import java.time.Instant;
import org.constancia.core.record.Property;
import org.jspecify.annotations.Nullable;

/// One line of a history: who changed what, when, from what to what.
///
/// @param id names it when a proof is asked for
/// @param log where it stands in the log
/// @param kind a stable code such as `statement-accepted`, worded by the page
/// @param property the property concerned; absent when the change has none
/// @param before absent when there was nothing before
/// @param after absent when nothing is left
public record Change(
        String id,
        Logging log,
        Instant at,
        String by,
        String kind,
        @Nullable Property property,
        @Nullable String before,
        @Nullable String after,
        @Nullable String reason) {}
