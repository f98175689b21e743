/// Who said what: frames around the verbs of speech of the lexicon, "según" / "according to", and quotations that go
/// on without a cue. Depends on `extract.resolve` and below.
@NullMarked
package org.constancia.text.extract.speech;

import org.jspecify.annotations.NullMarked;
