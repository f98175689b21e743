/// Reads events and what they are made of: acts, those accused of them, figures, places, and what was said. Writes
/// nothing. May depend on core only.
@NullMarked
package org.constancia.store.event;

import org.jspecify.annotations.NullMarked;
