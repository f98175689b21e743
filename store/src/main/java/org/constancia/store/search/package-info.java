/// Finds records by words, by similar names, and by what two records have in common. Writes nothing. May depend on core
/// only.
@NullMarked
package org.constancia.store.search;

import org.jspecify.annotations.NullMarked;
