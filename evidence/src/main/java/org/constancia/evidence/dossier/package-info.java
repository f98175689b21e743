/// The dossier: a BagIt package (RFC 8493) of originals, records, custody and proofs that a stranger checks
/// without us. Depends on the custody record, the log's proofs and the time stamps; content is passed in by the
/// caller.
@NullMarked
package org.constancia.evidence.dossier;

import org.jspecify.annotations.NullMarked;
