/// The commands that work on the record: serve it, bring sources in, rebuild what follows from the statements.
/// May depend on every package of the application.
@NullMarked
package org.constancia.app.cli.record;

import org.jspecify.annotations.NullMarked;
