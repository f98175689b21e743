/// Backups of a real record, restored.
@NullMarked
package org.constancia.app.archive;

import org.jspecify.annotations.NullMarked;
