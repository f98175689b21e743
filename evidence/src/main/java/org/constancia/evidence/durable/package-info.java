/// Writing files so that they survive a crash or a power cut: file contents first, then the name, then the
/// directory. Depends on the JDK only.
@NullMarked
package org.constancia.evidence.durable;

import org.jspecify.annotations.NullMarked;
