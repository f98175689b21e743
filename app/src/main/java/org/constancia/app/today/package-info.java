/// What needs a person today.
/// May depend on core, on store, on `org.constancia.app.record.value`, on accountability, and on the view models of
/// `org.constancia.app.web`.
@NullMarked
package org.constancia.app.today;

import org.jspecify.annotations.NullMarked;
