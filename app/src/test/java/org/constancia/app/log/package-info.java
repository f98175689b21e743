/// Tests of the record's log: proofs, anchors, loss of one side, the check of everything.
@NullMarked
package org.constancia.app.log;

import org.jspecify.annotations.NullMarked;
