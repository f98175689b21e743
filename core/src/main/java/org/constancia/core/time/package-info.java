/// When something happened, as precisely as it is known and no more. Depends on the JDK only.
@NullMarked
package org.constancia.core.time;

import org.jspecify.annotations.NullMarked;
