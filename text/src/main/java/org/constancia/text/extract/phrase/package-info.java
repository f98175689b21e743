/// Shallow grammar: which words are verbs here, where noun phrases and verb groups begin and end. No parse tree; the
/// rules ask for what stands left and right of a trigger word. Depends on `extract.segment` and `extract.lexicon`.
@NullMarked
package org.constancia.text.extract.phrase;

import org.jspecify.annotations.NullMarked;
