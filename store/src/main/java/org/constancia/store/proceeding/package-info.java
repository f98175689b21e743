/// Reads proceedings with their steps and outcomes. Writes nothing. May depend on core only.
@NullMarked
package org.constancia.store.proceeding;

import org.jspecify.annotations.NullMarked;
