/// Reads what a dossier encloses: the passages its statements rest on and the texts they stand in. May depend on core.
@NullMarked
package org.constancia.store.dossier;

import org.jspecify.annotations.NullMarked;
