/// Preservation and proof: content store, transparency log, time stamps, dossier, verifier. May depend on
/// `org.constancia.core` only; knows no database and no web server.
@NullMarked
package org.constancia.evidence;

import org.jspecify.annotations.NullMarked;
