/// Reads which sources carry the same story. Writes nothing. May depend on core only.
@NullMarked
package org.constancia.store.family;

import org.jspecify.annotations.NullMarked;
