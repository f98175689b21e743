package org.constancia.text.extract.figure;

import org.constancia.text.extract.Bound;
import org.jspecify.annotations.Nullable;

/// A number with its bound in the text: words `[first, last)`, bound words included.
public record Quantity(
        int first,
        int last,
        @Nullable Long number,
        @Nullable Long max,
        Bound bound) {}
