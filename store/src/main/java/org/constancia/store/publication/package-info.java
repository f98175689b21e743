/// Reads what a session in public scope may see. Writes nothing. May depend on core and `org.constancia.store.event`.
@NullMarked
package org.constancia.store.publication;

import org.jspecify.annotations.NullMarked;
