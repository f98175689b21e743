/// How a long computation tells how far it is and learns that it shall stop. Depends on `org.constancia.core` only.
@NullMarked
package org.constancia.estimation.progress;

import org.jspecify.annotations.NullMarked;
