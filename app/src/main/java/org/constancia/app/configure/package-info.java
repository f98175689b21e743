/// Where the parts are put together: the web server and what it serves. The only package that wires. May depend on
/// everything in app.
@NullMarked
package org.constancia.app.configure;

import org.jspecify.annotations.NullMarked;
