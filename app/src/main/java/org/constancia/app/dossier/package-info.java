/// Dossiers of events for a court or a partner, and exports of a collection's sources. May depend on core, store,
/// evidence, on the record, its log and its pages' view models.
@NullMarked
package org.constancia.app.dossier;

import org.jspecify.annotations.NullMarked;
