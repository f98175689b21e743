/// Reads preserved sources: the items, how they came in, their text layers and the passages on them. Writes nothing.
/// May depend on core only.
@NullMarked
package org.constancia.store.source;

import org.jspecify.annotations.NullMarked;
