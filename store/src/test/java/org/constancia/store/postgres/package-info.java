/// A real database for tests, here and in the modules above.
@NullMarked
package org.constancia.store.postgres;

import org.jspecify.annotations.NullMarked;
