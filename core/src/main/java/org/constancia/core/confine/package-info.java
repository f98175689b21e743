/// Running a program of ours on a file somebody else made, so that it can at worst end itself. Depends on nothing.
@NullMarked
package org.constancia.core.confine;

import org.jspecify.annotations.NullMarked;
