/// Pages of the record: events, persons and groups, acts, rival statements, history.
/// View models are records that hold what a template shows; no database row reaches a template. May depend on core and
/// on `org.constancia.app.web.page`.
@NullMarked
package org.constancia.app.web.record;

import org.jspecify.annotations.NullMarked;
