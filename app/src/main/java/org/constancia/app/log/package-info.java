/// The transparency log of the record: sequencing in the background, proofs, receipts, anchors. May depend on the store
/// and on evidence.
@NullMarked
package org.constancia.app.log;

import org.jspecify.annotations.NullMarked;
