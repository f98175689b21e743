/// What the statements come to: typed rows, citations and search entries, kept by the door and rebuilt on demand.
/// May depend on core only.
@NullMarked
package org.constancia.store.projection;

import org.jspecify.annotations.NullMarked;
