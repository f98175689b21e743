/// Reads persons and groups, and the parts they played. Writes nothing. May depend on core only.
@NullMarked
package org.constancia.store.party;

import org.jspecify.annotations.NullMarked;
