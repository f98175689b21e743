package org.constancia.linkage.report;

import java.util.Locale;
import java.util.Map;

/// The words of the report, Spanish and English.
enum ReportWords {
    ES(Map.ofEntries(
            Map.entry("title", "Integración de registros"),
            Map.entry("summary", "Resumen"),
            Map.entry("records", "registros"),
            Map.entry("people", "personas"),
            Map.entry("compared", "pares comparados"),
            Map.entry("expected", "pares verdaderos esperados"),
            Map.entry("threshold", "umbral de agrupación"),
            Map.entry("precision", "precisión estimada de los grupos"),
            Map.entry("recall", "exhaustividad estimada entre los pares comparados"),
            Map.entry(
                    "model-based",
                    "Calculadas con las probabilidades del modelo; para una medida independiente revise una muestra (link evaluate --truth-sample)."),
            Map.entry("plan", "Plan de bloqueo"),
            Map.entry("rule", "regla"),
            Map.entry("new", "pares nuevos"),
            Map.entry("pairs", "pares en bloques"),
            Map.entry("biggest", "bloque mayor"),
            Map.entry("refined", "bloques refinados"),
            Map.entry(
                    "left-out",
                    "Reglas ensayadas que no se siguen: encuentran muy pocos pares verdaderos más, o no caben en el presupuesto de pares."),
            Map.entry("histogram", "Pares por probabilidad (escala logarítmica)"),
            Map.entry("sizes", "Personas por número de registros"),
            Map.entry("weights", "Peso de cada resultado, en bits"),
            Map.entry(
                    "weights-note",
                    "Cuántas veces más probable (en potencias de dos) es el resultado en la misma persona que al azar."),
            Map.entry("calibration", "Calibración"),
            Map.entry("band", "probabilidad"),
            Map.entry("count", "pares"),
            Map.entry("sum", "verdaderos esperados"),
            Map.entry("reviewed", "revisados"),
            Map.entry("reviewed-same", "revisados: misma persona"),
            Map.entry("border", "Ejemplos en el límite"),
            Map.entry("weakest", "Los grupos menos seguros"),
            Map.entry(
                    "weakest-note",
                    "Cada grupo, por el par de sus registros que menos se parece: el eslabón más débil."),
            Map.entry("blocking-recall", "Parte de los pares verdaderos que las reglas encuentran (estimada)"),
            Map.entry("masked", "Los valores están ocultos; --show-values los muestra."),
            Map.entry("start", "punto de partida"),
            Map.entry("kinds", "Clases de pares"),
            Map.entry("share", "proporción entre los candidatos"))),
    EN(Map.ofEntries(
            Map.entry("title", "Record linkage"),
            Map.entry("summary", "Summary"),
            Map.entry("records", "records"),
            Map.entry("people", "people"),
            Map.entry("compared", "pairs compared"),
            Map.entry("expected", "true pairs expected"),
            Map.entry("threshold", "clustering threshold"),
            Map.entry("precision", "estimated precision of the clusters"),
            Map.entry("recall", "estimated recall among the compared pairs"),
            Map.entry(
                    "model-based",
                    "From the model's own probabilities; for an independent measure review a sample (link evaluate --truth-sample)."),
            Map.entry("plan", "Blocking plan"),
            Map.entry("rule", "rule"),
            Map.entry("new", "new pairs"),
            Map.entry("pairs", "pairs in blocks"),
            Map.entry("biggest", "biggest block"),
            Map.entry("refined", "blocks refined"),
            Map.entry(
                    "left-out",
                    "Rules tried that are not followed: they find too few further true pairs, or the budget of pairs does not reach for them."),
            Map.entry("histogram", "Pairs by probability (logarithmic scale)"),
            Map.entry("sizes", "People by number of records"),
            Map.entry("weights", "Weight of every outcome, in bits"),
            Map.entry(
                    "weights-note",
                    "How many times more probable (as a power of two) the outcome is for one person than by chance."),
            Map.entry("calibration", "Calibration"),
            Map.entry("band", "probability"),
            Map.entry("count", "pairs"),
            Map.entry("sum", "true ones expected"),
            Map.entry("reviewed", "reviewed"),
            Map.entry("reviewed-same", "reviewed: the same person"),
            Map.entry("border", "Examples at the border"),
            Map.entry("weakest", "The least certain clusters"),
            Map.entry("weakest-note", "Each cluster by the pair of its records that is least alike: its weakest link."),
            Map.entry("blocking-recall", "Share of the true pairs that the rules find (estimated)"),
            Map.entry("masked", "Values are hidden; --show-values shows them."),
            Map.entry("start", "starting point"),
            Map.entry("kinds", "Kinds of pairs"),
            Map.entry("share", "share of the candidates")));

    private static final Locale COLOMBIA = Locale.of("es", "CO");

    private final Map<String, String> words;

    ReportWords(Map<String, String> words) {
        this.words = words;
    }

    String of(String key) {
        String word = words.get(key);
        if (word == null) {
            throw new IllegalArgumentException("no such word: " + key);
        }
        return word;
    }

    /// A label of the engine in this language; a name of a column stays.
    String label(String label) {
        return this == ES ? SpanishLabels.find(label).orElse(label) : label;
    }

    /// How numbers are written: in Colombia with a comma for decimals.
    Locale locale() {
        return this == ES ? COLOMBIA : Locale.ROOT;
    }

    static ReportWords of(boolean spanish) {
        return spanish ? ES : EN;
    }
}
