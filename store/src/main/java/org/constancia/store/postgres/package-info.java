/// The connection to PostgreSQL: where the database is, its two roles, its pools and its migrations. May depend on
/// core and on `org.constancia.store.embedded`.
@NullMarked
package org.constancia.store.postgres;

import org.jspecify.annotations.NullMarked;
