/// Any source's bytes to its working text layer: one string, its labelled blocks, and the way back to page, paragraph,
/// DOM path or line. May depend on `org.constancia.core` and `org.constancia.text.clean`.
@NullMarked
package org.constancia.text.document;

import org.jspecify.annotations.NullMarked;
