package org.constancia.app.web.page;

/// How the one who states something came to it.
public enum Basis {
    OBSERVED,
    ALLEGED,
    INFERRED
}
