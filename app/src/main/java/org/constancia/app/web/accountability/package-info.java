/// What was done about the violations: tracks, impunity tables, commitments.
/// View models are records that hold what a template shows; no database row reaches a template. May depend on core and
/// on `org.constancia.app.web.page`.
@NullMarked
package org.constancia.app.web.accountability;

import org.jspecify.annotations.NullMarked;
