/// The commands of evidence: dossiers, verification, export and import. May depend on the capabilities and their
/// wiring.
@NullMarked
package org.constancia.app.cli.evidence;

import org.jspecify.annotations.NullMarked;
