/// The door of the record: sessions, and the one way in which anything is written, with its outbox row in the same
/// transaction. May depend on core and on `org.constancia.store.projection`.
@NullMarked
package org.constancia.store.record;

import org.jspecify.annotations.NullMarked;
