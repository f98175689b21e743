package org.constancia.estimation.capture;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which columns of a file mean what.
///
/// @param lists the list columns; empty for "every other column"
/// @param stratum the column that names the stratum, if any
/// @param replicate the column that names the imputation or linkage draw, if any
public record CaptureColumns(
        List<String> lists,
        @Nullable String stratum,
        @Nullable String replicate) {
    /// Every column but `count` (and `id`, `record_id`) is a list.
    public static final CaptureColumns BY_NAME = new CaptureColumns(List.of(), null, null);

    public CaptureColumns {
        lists = List.copyOf(lists);
    }
}
