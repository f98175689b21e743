package org.constancia.text.extract.date;

import org.constancia.text.extract.Candidate.Resolution;
import org.jspecify.annotations.Nullable;

/// A date in the text: words `[first, last)`, the days it means, the rule that read it.
///
/// @param resolved null when it is relative and there is nothing to count from
public record DateExpression(int first, int last, @Nullable Resolution resolved, String rule) {}
