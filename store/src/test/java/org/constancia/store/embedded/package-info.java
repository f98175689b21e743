/// The bundled server under crashes, neighbours and half-made files: each test gets a home of its own.
@NullMarked
package org.constancia.store.embedded;

import org.jspecify.annotations.NullMarked;
