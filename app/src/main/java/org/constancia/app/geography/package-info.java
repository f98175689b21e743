/// Where and when: places as they are shown, the map, the timeline.
/// May depend on core, on store, on `org.constancia.app.record.value`, and on the view models of
/// `org.constancia.app.web`.
@NullMarked
package org.constancia.app.geography;

import org.jspecify.annotations.NullMarked;
