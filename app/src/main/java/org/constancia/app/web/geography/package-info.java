/// Where and when: the map and the timeline, both also as tables.
/// View models are records that hold what a template shows; no database row reaches a template. May depend on core and
/// on `org.constancia.app.web.page`.
@NullMarked
package org.constancia.app.web.geography;

import org.jspecify.annotations.NullMarked;
