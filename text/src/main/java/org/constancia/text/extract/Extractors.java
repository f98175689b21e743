package org.constancia.text.extract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.constancia.text.document.TextLayer;
import org.jspecify.annotations.Nullable;

/// The rules and every extractor an operator has put beside them, each asked for itself.
///
/// A further extractor (a model in ONNX, a language model behind a command or an address) is a class that implements
/// {@link Extractor} and a line in `META-INF/services/org.constancia.text.extract.Extractor` of its jar on the class
/// path. What it proposes is kept only where every quoted word stands at its span; an extractor that fails proposes
/// nothing and takes nothing from the others.
public final class Extractors {
    private static final System.Logger LOG = System.getLogger(Extractors.class.getName());

    private final List<Extractor> all;

    public Extractors(List<Extractor> all) {
        this.all = List.copyOf(all);
    }

    /// The rules first, then what the class path offers.
    public static Extractors discover(Extractor rules) {
        List<Extractor> all = new ArrayList<>(List.of(rules));
        ServiceLoader.load(Extractor.class).forEach(all::add);
        return new Extractors(all);
    }

    public List<ExtractorId> listIds() {
        return all.stream().map(Extractor::id).toList();
    }

    /// One extraction for each extractor that answered, verbatim candidates only.
    public List<Extraction> extract(TextLayer layer, @Nullable LocalDate published) {
        List<Extraction> found = new ArrayList<>();
        for (Extractor extractor : all) {
            try {
                found.add(extractor.extract(layer, published).verbatimIn(layer.text()));
            } catch (RuntimeException failure) {
                LOG.log(System.Logger.Level.WARNING, "An extractor failed; its proposals are left out", failure);
            }
        }
        return found;
    }
}
