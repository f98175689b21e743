/// Promises and declared policies of officials. Depends on `extract.speech` and below.
@NullMarked
package org.constancia.text.extract.commitment;

import org.jspecify.annotations.NullMarked;
