/// The way of the changes from the outbox to the transparency log, and the database's side of the log. Works with
/// connections of the owner; the application role can alter nothing of it. May depend on core and on evidence.
@NullMarked
package org.constancia.store.log;

import org.jspecify.annotations.NullMarked;
