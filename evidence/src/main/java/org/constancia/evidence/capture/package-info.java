/// Web captures: reading WARC and WACZ files, and fetching a page into a WARC under guard. Depends on jwarc and
/// on the digests.
@NullMarked
package org.constancia.evidence.capture;

import org.jspecify.annotations.NullMarked;
