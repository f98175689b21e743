/// PostgreSQL: bundled server, migrations, the door for every write, queries. May depend on core and the four engines.
@NullMarked
package org.constancia.store;

import org.jspecify.annotations.NullMarked;
