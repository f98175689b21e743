/// Proposals beside their source, and what a person decides about them.
/// View models are records that hold what a template shows; no database row reaches a template. May depend on core and
/// on `org.constancia.app.web.page`.
@NullMarked
package org.constancia.app.web.inbox;

import org.jspecify.annotations.NullMarked;
