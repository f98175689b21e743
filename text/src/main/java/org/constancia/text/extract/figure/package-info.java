/// Quantities with their bound: "at least 29 people", "una veintena", "entre 25 y 30 familiares". Depends on
/// `extract.phrase` and below.
@NullMarked
package org.constancia.text.extract.figure;

import org.jspecify.annotations.NullMarked;
