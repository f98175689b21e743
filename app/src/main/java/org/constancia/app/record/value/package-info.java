/// What the pages of every capability show of the record: values with the statements they rest on, links, places.
/// May depend on core, on store, and on `org.constancia.app.web.page`.
@NullMarked
package org.constancia.app.record.value;

import org.jspecify.annotations.NullMarked;
