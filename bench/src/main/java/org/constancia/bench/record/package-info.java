/// What writing to the record costs. May depend on core and store.
@NullMarked
package org.constancia.bench.record;

import org.jspecify.annotations.NullMarked;
