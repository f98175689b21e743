package org.constancia.core.record;

import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;

/// An exact span of the text layer of a source.
///
/// @param layer the version of the text layer the span points into
/// @param start first character, in UTF-16 units of the layer's text
/// @param end one past the last character
/// @param text what stands there, always equal to the layer's text at the span
public record Passage(PassageId id, SourceId source, int layer, int start, int end, String text) {
    public Passage {
        if (start < 0 || end <= start || text.length() != end - start) {
            throw new ConstanciaException(Problem.BAD_INPUT, "A passage is not the text at its span")
                    .with("start", start)
                    .with("end", end);
        }
    }
}
