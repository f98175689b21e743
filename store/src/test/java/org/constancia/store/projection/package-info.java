/// What the statements come to, on a real PostgreSQL.
@NullMarked
package org.constancia.store.projection;

import org.jspecify.annotations.NullMarked;
