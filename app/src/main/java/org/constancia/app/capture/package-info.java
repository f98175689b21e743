/// Capturing pages of the web into the record. The only part of Constancia that connects to foreign machines, and only
/// when
/// somebody asked for it. May depend on core, evidence, store and `org.constancia.app.sources`.
@NullMarked
package org.constancia.app.capture;

import org.jspecify.annotations.NullMarked;
