package org.constancia.app.web.inbox;

import org.jspecify.annotations.Nullable;

/// What the inbox is narrowed to; an absent part narrows nothing.
///
/// @param current the card to open; absent opens the first that waits
public record InboxQuery(
        @Nullable String source,
        InboxPage.@Nullable Kind kind,
        @Nullable String language,
        @Nullable String current) {}
