/// Who did what to whom: frames around the verbs and nouns of the act lexicon. Depends on `extract.resolve` and below.
@NullMarked
package org.constancia.text.extract.act;

import org.jspecify.annotations.NullMarked;
