/// A preserved source as a page, and the forms that bring one in.
/// View models are records that hold what a template shows; no database row reaches a template. May depend on core and
/// on `org.constancia.app.web.page`.
@NullMarked
package org.constancia.app.web.source;

import org.jspecify.annotations.NullMarked;
