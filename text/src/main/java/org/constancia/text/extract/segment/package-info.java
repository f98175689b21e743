/// Text to words, quotations and sentences, every one with its span. Depends on `extract.lexicon`.
@NullMarked
package org.constancia.text.extract.segment;

import org.jspecify.annotations.NullMarked;
