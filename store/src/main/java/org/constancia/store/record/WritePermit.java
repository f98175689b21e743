package org.constancia.store.record;

import org.constancia.core.failure.ConstanciaException;

/// Whether the record may be written now. A record whose log cannot go on is read, and not written to.
@FunctionalInterface
public interface WritePermit {
    /// Nothing forbids it.
    WritePermit ALWAYS = () -> {};

    /// Asked before every write.
    ///
    /// @throws ConstanciaException `READ_ONLY` with reason and remedy
    void require();
}
