/// Bringing sources in: preserved first, understood second, and what they say proposed for review.
/// May depend on core, text, evidence and store, and on the ports of `org.constancia.app.web`.
@NullMarked
package org.constancia.app.sources;

import org.jspecify.annotations.NullMarked;
