/// The public pages: read-only, only records marked public.
/// View models are records that hold what a template shows; no database row reaches a template. May depend on core and
/// on `org.constancia.app.web.page`.
@NullMarked
package org.constancia.app.web.open;

import org.jspecify.annotations.NullMarked;
