/// The backup archive: named streams in one checksummed file, encrypted to age recipients when there are any.
/// What the entries mean is the caller's. Depends on the digests and on the age library.
@NullMarked
package org.constancia.evidence.archive;

import org.jspecify.annotations.NullMarked;
