/// The pages about the transparency log: its state, what anchors each day, proofs to download.
/// View models are records that hold what a template shows; no database row reaches a template. May depend on core and
/// on `org.constancia.app.web.page`.
@NullMarked
package org.constancia.app.web.log;

import org.jspecify.annotations.NullMarked;
