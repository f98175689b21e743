/// Tests of the pages on a small invented record: fictional people and bodies in real municipalities.
@NullMarked
package org.constancia.app.web;

import org.jspecify.annotations.NullMarked;
