/// The words of the field that every other module speaks. Pure Java; depends on nothing but the JDK.
@NullMarked
package org.constancia.core;

import org.jspecify.annotations.NullMarked;
