package org.constancia.core.vocabulary;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;

/// A controlled list of terms in the order in which its keepers publish it. Codes are unique.
public final class Vocabulary {
    private final String name;
    private final Map<String, Term> terms = new LinkedHashMap<>();

    public Vocabulary(String name, List<Term> terms) {
        this.name = name;
        for (Term term : terms) {
            if (this.terms.put(term.code(), term) != null) {
                throw new ConstanciaException(Problem.BAD_INPUT, "A vocabulary has one code twice")
                        .with("vocabulary", name)
                        .with("code", term.code());
            }
        }
    }

    public String name() {
        return name;
    }

    public List<Term> terms() {
        return List.copyOf(terms.values());
    }

    public Optional<Term> find(String code) {
        return Optional.ofNullable(terms.get(code));
    }

    /// @throws ConstanciaException with [Problem#BAD_INPUT] when the vocabulary has no such code
    public Term get(String code) {
        return find(code)
                .orElseThrow(() -> new ConstanciaException(Problem.BAD_INPUT, "The vocabulary has no such code")
                        .with("vocabulary", name)
                        .with("code", code));
    }

    /// Whether `code` is `ancestor` or stands anywhere below it.
    public boolean isWithin(String code, String ancestor) {
        Optional<Term> term = find(code);
        for (int depth = 0; term.isPresent() && depth <= terms.size(); depth++) {
            if (term.get().code().equals(ancestor)) return true;
            term = term.get().parent().flatMap(this::find);
        }
        return false;
    }
}
