package org.constancia.app.web.source;

import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// What the upload and paste form brings.
///
/// @param fileName as the browser gave it; absent for pasted text
/// @param content read once
/// @param outlet empty when unknown
/// @param published EDTF; empty when unknown
/// @param address where it was published; empty when unknown
public record NewSource(
        @Nullable String fileName, InputStream content, String outlet, String published, String address) {}
