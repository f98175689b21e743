/// Torture of the whole way of a change: content store, record, outbox, sequencer, log. Programs are killed, the
/// database is killed, system calls fail, the disk is full; what was acknowledged must be there and everything must
/// agree. Depends on `org.constancia.store` and `org.constancia.evidence`.
@NullMarked
package org.constancia.bench.torture;

import org.jspecify.annotations.NullMarked;
