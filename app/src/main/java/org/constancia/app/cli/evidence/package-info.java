/// The commands of the evidence: log, anchors, dossiers, backup and restore, captures. May depend on every package of
/// the application.
@NullMarked
package org.constancia.app.cli.evidence;

import org.jspecify.annotations.NullMarked;
