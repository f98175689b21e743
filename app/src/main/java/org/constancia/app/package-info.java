/// Capabilities, web pages and command line; the only module that knows every other one.
@NullMarked
package org.constancia.app;

import org.jspecify.annotations.NullMarked;
