/// How everything that goes wrong is told: one exception, a stable code, attached facts. Depends on the JDK only.
@NullMarked
package org.constancia.core.failure;

import org.jspecify.annotations.NullMarked;
