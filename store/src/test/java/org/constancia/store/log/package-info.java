/// Tests of the way to the transparency log, on a real PostgreSQL.
@NullMarked
package org.constancia.store.log;

import org.jspecify.annotations.NullMarked;
