/// The command `estimate`: reads a capture table, runs the estimation and says what came out, as text, JSON or a
/// report.
/// Depends on `org.constancia.estimation`, picocli and Jackson; knows neither Spring nor the database.
@NullMarked
package org.constancia.app.cli.estimate;

import org.jspecify.annotations.NullMarked;
