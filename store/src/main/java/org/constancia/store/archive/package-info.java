/// The database as streams: every table out of one snapshot, and into an empty database of the same tables. Knows no
/// table by name but what it counts. Depends on JDBC, the PostgreSQL driver's COPY, and the list of migrations.
@NullMarked
package org.constancia.store.archive;

import org.jspecify.annotations.NullMarked;
