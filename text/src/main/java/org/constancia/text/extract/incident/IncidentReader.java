package org.constancia.text.extract.incident;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.constancia.core.place.Gazetteer;
import org.constancia.text.document.TextLayer;
import org.constancia.text.extract.ReadExtent;
import org.constancia.text.extract.Span;
import org.constancia.text.extract.segment.AnalysedText;
import org.constancia.text.extract.segment.Segmenter;

/// Reads the incidents of a report: which types of violence it tells of, and who and what had a part in each.
///
/// Signs are found by word lists and clause frames ({@link EvidenceFinder}); how much each counts is fitted
/// ({@link IncidentWeights}). Immutable after construction and safe for many threads.
public final class IncidentReader {
    private final Segmenter segmenter;
    private final IncidentLexicon lexicon;
    private final PlaceNames places;
    private final Judge judge;

    public IncidentReader(Gazetteer gazetteer, Judge judge) {
        this.segmenter = new Segmenter();
        this.lexicon = new IncidentLexicon();
        this.places = new PlaceNames(gazetteer);
        this.judge = judge;
    }

    public static IncidentReader bundled() {
        return new IncidentReader(Gazetteer.bundled(), IncidentWeights.bundled());
    }

    /// This reader with another judge.
    public IncidentReader with(Judge other) {
        return new IncidentReader(this, other);
    }

    private IncidentReader(IncidentReader like, Judge judge) {
        this.segmenter = like.segmenter;
        this.lexicon = like.lexicon;
        this.places = like.places;
        this.judge = judge;
    }

    public Evidence examine(TextLayer layer) {
        return new EvidenceFinder(reportOf(layer), lexicon).find();
    }

    private static int end(TextLayer layer) {
        Span unread = ReadExtent.unread(layer);
        return unread == null ? layer.text().length() : unread.start();
    }

    private Report reportOf(TextLayer layer) {
        AnalysedText text = segmenter.analyse(layer, end(layer));
        return new Report(text, lexicon, places);
    }

    public List<Incident> read(TextLayer layer) {
        return decide(examine(layer), layer.text());
    }

    /// The incidents the evidence suffices for.
    public List<Incident> decide(Evidence evidence, String text) {
        List<Incident> incidents = new ArrayList<>();
        for (IncidentType type : IncidentType.values()) {
            List<String> signs = evidence.types().get(type);
            if (signs == null) continue;
            double score = judge.probability("type", signs);
            if (score < judge.level("type")) continue;
            for (Map<IncidentSlot, List<Span>> slots : split(type, evidence, text))
                incidents.add(new Incident(type, score, slots));
        }
        return incidents;
    }

    /// The fillers of one type, as one incident or parted into several.
    private List<Map<IncidentSlot, List<Span>>> split(IncidentType type, Evidence evidence, String text) {
        Map<IncidentSlot, Map<String, Evidence.Filler>> found = new EnumMap<>(IncidentSlot.class);
        for (Evidence.Filler filler : evidence.fillers()) {
            String model = filler.slot().code();
            if (filler.type() != type || judge.probability(model, filler.signs()) < judge.level(model)) continue;
            found.computeIfAbsent(filler.slot(), _ -> new LinkedHashMap<>())
                    .putIfAbsent(filler.span().of(text).toLowerCase(Locale.ROOT), filler);
        }
        List<Evidence.Filler> fillers =
                found.values().stream().flatMap(one -> one.values().stream()).toList();
        return new IncidentParting(evidence, judge).part(fillers);
    }
}
