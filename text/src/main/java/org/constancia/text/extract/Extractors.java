package org.constancia.text.extract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.constancia.text.document.TextLayer;
import org.jspecify.annotations.Nullable;

/// The rules and every extractor an operator has put beside them, each asked for itself.
///
/// A further extractor (a model in ONNX, a language model behind a command or an address) is a class that implements
/// {@link Extractor} and a line in `META-INF/services/org.constancia.text.extract.Extractor` of its jar on the class
/// path. What it proposes is kept only where every quoted word stands at its span; one that fails proposes nothing and
/// takes nothing from the others. The rules may not fail: a source they did not read would look like one that says
/// nothing.
public final class Extractors {
    private static final System.Logger LOG = System.getLogger(Extractors.class.getName());

    private final Extractor rules;
    private final List<Extractor> beside;

    public Extractors(Extractor rules, List<Extractor> beside) {
        this.rules = rules;
        this.beside = List.copyOf(beside);
    }

    /// The rules, and what the class path offers.
    public static Extractors discover(Extractor rules) {
        return new Extractors(
                rules,
                ServiceLoader.load(Extractor.class).stream()
                        .map(ServiceLoader.Provider::get)
                        .toList());
    }

    /// The rules first.
    public List<ExtractorId> listIds() {
        return Stream.concat(Stream.of(rules), beside.stream())
                .map(Extractor::id)
                .toList();
    }

    /// The rules' extraction first, then one for each other extractor that answered; verbatim candidates only.
    ///
    /// @throws RuntimeException when the rules fail
    public List<Extraction> extract(TextLayer layer, @Nullable LocalDate published) {
        List<Extraction> found = new ArrayList<>();
        found.add(rules.extract(layer, published).verbatimIn(layer.text()));
        for (Extractor extractor : beside) {
            try {
                found.add(extractor.extract(layer, published).verbatimIn(layer.text()));
            } catch (RuntimeException failure) {
                LOG.log(System.Logger.Level.WARNING, "An extractor failed; its proposals are left out", failure);
            }
        }
        return found;
    }
}
