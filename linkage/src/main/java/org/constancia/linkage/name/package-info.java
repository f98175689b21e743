/// What is known about names: letters, words and particles, sounds, everyday forms. Depends on the JDK only.
@NullMarked
package org.constancia.linkage.name;

import org.jspecify.annotations.NullMarked;
