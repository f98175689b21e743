/// The custody record of an item: what the Berkeley Protocol and the Minnesota Protocol ask for, as data.
/// Depends on canonical JSON.
@NullMarked
package org.constancia.evidence.custody;

import org.jspecify.annotations.NullMarked;
