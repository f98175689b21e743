/// JSON with one spelling: reading (RFC 8259, duplicate names refused) and canonical writing (RFC 8785), so
/// that equal values have equal bytes and equal hashes. Depends on the JDK only.
@NullMarked
package org.constancia.evidence.json;

import org.jspecify.annotations.NullMarked;
