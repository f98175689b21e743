/// Who is meant: names with their roles, and what "Blinken", "he", "el ministro" and "la entidad" stand for. Depends on
/// `extract.phrase` and below.
@NullMarked
package org.constancia.text.extract.resolve;

import org.jspecify.annotations.NullMarked;
