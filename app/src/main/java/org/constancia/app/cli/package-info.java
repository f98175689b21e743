/// The command line: the root command, what all commands share, and how failures are told. Each command lives beside
/// the capability it drives, or here when it drives none. May depend on every other package of the application.
@NullMarked
package org.constancia.app.cli;

import org.jspecify.annotations.NullMarked;
