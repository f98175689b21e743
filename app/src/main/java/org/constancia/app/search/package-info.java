/// Finds records: by words, while typing, and before one is created twice.
/// May depend on core, on store, on `org.constancia.app.record.value`, and on the view models of
/// `org.constancia.app.web`.
@NullMarked
package org.constancia.app.search;

import org.jspecify.annotations.NullMarked;
