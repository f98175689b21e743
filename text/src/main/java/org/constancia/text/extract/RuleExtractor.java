package org.constancia.text.extract;

import java.time.LocalDate;
import org.constancia.core.place.Gazetteer;
import org.constancia.text.document.TextLayer;
import org.constancia.text.extract.segment.AnalysedText;
import org.constancia.text.extract.segment.Segmenter;
import org.jspecify.annotations.Nullable;

/// The extractor made of rules and word lists: deterministic, explainable, without network or model.
///
/// Stages: words and sentences of the body blocks; names and whom they mean; utterances; dates and places; acts,
/// figures, steps of accountability, commitments, demands. Immutable after construction and safe for many threads;
/// construction reads the word lists and takes about half a second, so keep it.
public final class RuleExtractor implements Extractor {
    private static final ExtractorId ID = new ExtractorId("rules", "1");

    private final Segmenter segmenter = new Segmenter();
    private final CandidateRules rules;
    private final boolean whole;

    public RuleExtractor(Gazetteer gazetteer) {
        this(gazetteer, false);
    }

    /// @param whole whether to read also what lies behind {@link ReadExtent}, for as long as it takes
    public RuleExtractor(Gazetteer gazetteer, boolean whole) {
        this.rules = new CandidateRules(gazetteer);
        this.whole = whole;
    }

    /// With the bundled gazetteer.
    public static RuleExtractor bundled() {
        return new RuleExtractor(Gazetteer.bundled());
    }

    @Override
    public ExtractorId id() {
        return ID;
    }

    @Override
    public Extraction extract(TextLayer layer, @Nullable LocalDate published) {
        Span unread = whole ? null : ReadExtent.unread(layer);
        AnalysedText text =
                segmenter.analyse(layer, unread == null ? layer.text().length() : unread.start());
        LocalDate known = published != null ? published : layer.published();
        return new Extraction(ID, rules.apply(text, known), unread);
    }
}
