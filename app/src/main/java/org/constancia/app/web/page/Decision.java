package org.constancia.app.web.page;

import java.time.Instant;

/// Why one statement is preferred, or all are kept.
public record Decision(String reason, String by, Instant at) {}
