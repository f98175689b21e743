/// Places the text names, every meaning of the gazetteer kept. Depends on `org.constancia.core.place` and
/// `extract.resolve`.
@NullMarked
package org.constancia.text.extract.place;

import org.jspecify.annotations.NullMarked;
