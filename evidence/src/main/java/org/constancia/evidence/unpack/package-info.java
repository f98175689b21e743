/// Containers: web archives, ZIP files and e-mail messages, taken apart into their parts in a confined process. The
/// container itself is never changed. Depends on `capture`, canonical JSON, `core.confine` and on Apache Mime4j.
@NullMarked
package org.constancia.evidence.unpack;

import org.jspecify.annotations.NullMarked;
