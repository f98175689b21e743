/// Preservation and proof: content store, transparency log, dossier, verifier. May depend on `org.constancia.core`
/// only.
@NullMarked
package org.constancia.evidence;

import org.jspecify.annotations.NullMarked;
