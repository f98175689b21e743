/// Real databases out and in again.
@NullMarked
package org.constancia.store.archive;

import org.jspecify.annotations.NullMarked;
