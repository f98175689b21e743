package org.constancia.core.failure;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The one exception of Constancia. The text is constant, so that equal failures can be grouped; what differs between
/// two failures is attached as facts.
///
/// The text says what happened and, where it is not obvious, what to do.
public final class ConstanciaException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Problem problem;
    private final transient Map<String, Object> facts = new LinkedHashMap<>();

    public ConstanciaException(Problem problem, String text) {
        this(problem, text, null);
    }

    public ConstanciaException(Problem problem, String text, @Nullable Throwable cause) {
        super(text, cause);
        this.problem = problem;
    }

    /// Attaches a fact; the same exception is returned so that it can be thrown in one expression.
    public ConstanciaException with(String name, Object value) {
        facts.put(name, value);
        return this;
    }

    public Problem problem() {
        return problem;
    }

    /// The attached facts, in the order in which they were attached.
    public Map<String, Object> facts() {
        return Collections.unmodifiableMap(facts);
    }

    /// The constant text.
    public String text() {
        return String.valueOf(super.getMessage());
    }

    /// The text followed by the facts: `text (name: value, name: value)`.
    @Override
    public String getMessage() {
        return facts.isEmpty()
                ? text()
                : text()
                        + facts.entrySet().stream()
                                .map(fact -> fact.getKey() + ": " + fact.getValue())
                                .collect(Collectors.joining(", ", " (", ")"));
    }
}
