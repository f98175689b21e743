/// Fictional victim lists for measuring linkage. Depends on the JDK only.
@NullMarked
package org.constancia.bench.people;

import org.jspecify.annotations.NullMarked;
