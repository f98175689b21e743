/// Counts what waits for a person and what the record holds. Writes nothing. May depend on core only.
@NullMarked
package org.constancia.store.overview;

import org.jspecify.annotations.NullMarked;
