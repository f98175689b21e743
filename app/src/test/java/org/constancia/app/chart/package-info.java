/// Tests of the charts: the same specification gives the same bytes.
@NullMarked
package org.constancia.app.chart;

import org.jspecify.annotations.NullMarked;
