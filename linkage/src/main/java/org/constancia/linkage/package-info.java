/// Record linkage for victim lists: blocking, comparison, model, clustering. May depend on
/// `org.constancia.core` only.
@NullMarked
package org.constancia.linkage;

import org.jspecify.annotations.NullMarked;
