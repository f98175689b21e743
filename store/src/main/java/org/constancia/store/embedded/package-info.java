/// The PostgreSQL server that comes with Constancia: unpacked, started, adopted and stopped by us, on loopback
/// only. Knows files, processes and one login to check the server; knows nothing of tables. May depend on core.
@NullMarked
package org.constancia.store.embedded;

import org.jspecify.annotations.NullMarked;
