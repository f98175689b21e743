/// Charts: a Vega-Lite specification becomes an SVG, the same bytes for page, print and report. May depend on core.
@NullMarked
package org.constancia.app.chart;

import org.jspecify.annotations.NullMarked;
