/// Reports on political violence read as a whole: incidents with their type, victims, doers, targets and weapons,
/// gathered from all sentences of an English document. Depends on `extract.lexicon`, `extract.segment`,
/// `extract.phrase` and the gazetteer of core.
@NullMarked
package org.constancia.text.extract.incident;

import org.jspecify.annotations.NullMarked;
