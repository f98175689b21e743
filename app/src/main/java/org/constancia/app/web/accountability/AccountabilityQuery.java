package org.constancia.app.web.accountability;

import org.jspecify.annotations.Nullable;

/// A selection of acts; an absent or empty part selects everything.
///
/// @param category a code of the vocabulary of categories, sub-categories included
/// @param from EDTF
/// @param to EDTF
/// @param accused `state` for the state's forces, `other`, `unknown`
/// @param place a place code: country or DIVIPOLA
/// @param knownOn ISO day: the record as it was known then; absent is today
public record AccountabilityQuery(
        @Nullable String category,
        @Nullable String from,
        @Nullable String to,
        @Nullable String accused,
        @Nullable String place,
        @Nullable String knownOn) {}
