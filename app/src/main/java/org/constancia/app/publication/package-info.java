/// The public pages: what is released, read in public scope, so that the database itself shows nothing else.
/// May depend on core, store, and on `org.constancia.app.{accountability,geography,record}`.
@NullMarked
package org.constancia.app.publication;

import org.jspecify.annotations.NullMarked;
