/// Reads what changed, and what contradicts itself. Writes nothing. May depend on core only.
@NullMarked
package org.constancia.store.history;

import org.jspecify.annotations.NullMarked;
