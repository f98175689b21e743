/// Reads the proposals that wait for a person and those that were decided. Writes nothing. May depend on core only.
@NullMarked
package org.constancia.store.candidate;

import org.jspecify.annotations.NullMarked;
