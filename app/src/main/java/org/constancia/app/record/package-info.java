/// Reads the record for its pages and changes it by hand: events, persons, groups, contradictions, the act grid.
/// May depend on core, on store, on `org.constancia.app.record.value`, on accountability, and on the view models of
/// `org.constancia.app.web`.
@NullMarked
package org.constancia.app.record;

import org.jspecify.annotations.NullMarked;
