/// Reads sources: page cleaning, near-duplicates, candidate extraction. May depend on `org.constancia.core` only.
@NullMarked
package org.constancia.text;

import org.jspecify.annotations.NullMarked;
