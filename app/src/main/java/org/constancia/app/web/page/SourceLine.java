package org.constancia.app.web.page;

import org.constancia.core.time.PartialDate;
import org.jspecify.annotations.Nullable;

/// A source as a list of sources shows it.
///
/// @param note for example that it repeats another source; empty when there is nothing to say
/// @param address where the source was published; absent when it has no public address
public record SourceLine(
        Link link,
        String outlet,
        @Nullable PartialDate published,
        String sha256,
        String note,
        @Nullable String address) {}
