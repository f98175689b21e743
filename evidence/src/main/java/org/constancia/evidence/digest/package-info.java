/// Digests as values. Depends on the JDK only.
@NullMarked
package org.constancia.evidence.digest;

import org.jspecify.annotations.NullMarked;
