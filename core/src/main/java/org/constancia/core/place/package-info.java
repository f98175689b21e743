/// Places by name and code: countries, Colombia's departments and municipalities (DIVIPOLA), the larger cities of the
/// world, and places a user adds. Depends on the JDK and `org.constancia.core.failure` only.
///
/// The bundled data derive from GeoNames (CC BY 4.0): show the attribution line {@link Gazetteer#ATTRIBUTION} on maps
/// and exports.
@NullMarked
package org.constancia.core.place;

import org.jspecify.annotations.NullMarked;
