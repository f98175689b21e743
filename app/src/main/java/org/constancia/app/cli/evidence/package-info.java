/// Commands about the evidence: the log and its anchors, the checks of everything that is kept.
@NullMarked
package org.constancia.app.cli.evidence;

import org.jspecify.annotations.NullMarked;
