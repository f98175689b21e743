/// What was done about the violations: the course of every proceeding, act by act.
/// May depend on core, on store, on `org.constancia.app.record.value`, and on the view models of
/// `org.constancia.app.web`.
@NullMarked
package org.constancia.app.accountability;

import org.jspecify.annotations.NullMarked;
