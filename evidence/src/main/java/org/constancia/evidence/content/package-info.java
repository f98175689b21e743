/// The content store: original bytes, kept durably under names that do not reveal them. Depends on the digests
/// and on `org.constancia.core.failure`.
@NullMarked
package org.constancia.evidence.content;

import org.jspecify.annotations.NullMarked;
