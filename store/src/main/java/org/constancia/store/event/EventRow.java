package org.constancia.store.event;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An event as lists show it.
///
/// @param number what people call it: event 417
/// @param date EDTF
/// @param victims the names of its first victims
/// @param contradictions properties of the event and its parts over which statements contradict each other
/// @param sources different sources that speak of it
public record EventRow(
        UUID id,
        long number,
        @Nullable String title,
        @Nullable String summary,
        @Nullable String date,
        @Nullable PlaceRow place,
        @Nullable UUID partOf,
        @Nullable String partOfTitle,
        String victims,
        boolean isPublic,
        int contradictions,
        int sources,
        int acts) {}
