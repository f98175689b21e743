package org.constancia.app.record.value;

import org.constancia.core.time.PartialDate;
import org.jspecify.annotations.Nullable;

/// Dates as the projections hold them.
public final class Dates {
    private Dates() {}

    /// @param text EDTF, or null for no date
    public static @Nullable PartialDate read(@Nullable String text) {
        return text == null ? null : PartialDate.find(text).orElse(null);
    }
}
