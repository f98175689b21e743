/// Speed of the evidence engine: the log, its check, its proofs, the content store. Depends on
/// `org.constancia.evidence`.
@NullMarked
package org.constancia.bench.evidence;

import org.jspecify.annotations.NullMarked;
