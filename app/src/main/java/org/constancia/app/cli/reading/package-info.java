/// The commands that read sources without a database: `clean` and `near-duplicates`. May depend on
/// `org.constancia.text` and picocli.
@NullMarked
package org.constancia.app.cli.reading;

import org.jspecify.annotations.NullMarked;
