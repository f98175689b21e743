/// The file-system check of the evidence: content store and log against what the database says. Depends on the
/// content store and the log; the rows are passed in.
@NullMarked
package org.constancia.evidence.audit;

import org.jspecify.annotations.NullMarked;
