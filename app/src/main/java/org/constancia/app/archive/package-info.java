/// Backup and restore: the database, the originals, the log and the keys as one archive, and back. Knows no pages and
/// no commands. Depends on `store.archive` and the archive format, log and content store of `evidence`.
@NullMarked
package org.constancia.app.archive;

import org.jspecify.annotations.NullMarked;
