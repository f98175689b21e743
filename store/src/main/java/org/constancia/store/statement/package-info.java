/// Reads statements and their resolutions as they stand. Writes nothing. May depend on core only.
@NullMarked
package org.constancia.store.statement;

import org.jspecify.annotations.NullMarked;
