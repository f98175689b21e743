/// The door of the record, on a real PostgreSQL.
@NullMarked
package org.constancia.store.record;

import org.jspecify.annotations.NullMarked;
