package org.constancia.text.clean;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Tells the language of a text by its function words, which are frequent in any text of some length.
///
/// Spanish and English are the languages Constancia extracts from; the others are there so that they are not taken for
/// one of the two.
public final class LanguageIdentifier {
    /// The code of a text whose language cannot be told.
    public static final String UNDETERMINED = "und";

    private static final int ENOUGH_WORDS = 4_000;
    private static final double SMALLEST_SHARE = .08;
    private static final Map<String, String> FUNCTION_WORDS = Map.of(
            "es",
                    "el la los las un una de del que y en por para con se su sus no es al lo como más pero fue han ha este esta entre cuando muy sin sobre también ya hay donde",
            "en",
                    "the of and to in that is was for on with as by at from it his her he she they this have has had not are were be been an which who will would their its but",
            "pt",
                    "o a os as um uma do da dos das que e em por para com se seu sua não é ao na no mais mas foi como também são pelo pela",
            "fr",
                    "le la les un une de des du et à en que qui dans pour sur au aux par ne pas est sont il elle plus avec ce cette été a",
            "it",
                    "il lo la i gli le un una di del della che e in per con non è sono si da al nel alla anche più come ha",
            "de",
                    "der die das und ist in den von zu mit sich des dem nicht ein eine für auf im auch es an werden wird hat als sind aus bei",
            "nl", "de het een van en in is dat op te zijn met voor niet aan er om ook als naar dan bij door werd");
    private static final Map<String, List<String>> WORDS = words();

    private LanguageIdentifier() {}

    private static Map<String, List<String>> words() {
        Map<String, List<String>> words = new HashMap<>();
        FUNCTION_WORDS.forEach((language, list) -> {
            for (String word : list.split(" "))
                words.computeIfAbsent(word, _ -> new ArrayList<>()).add(language);
        });
        return words;
    }

    /// ISO 639-1 code of the language of a text, `und` when too few of its words tell.
    public static String identify(String text) {
        Map<String, Integer> hits = new HashMap<>();
        return best(hits, count(text, 0, text.length(), hits));
    }

    /// The language of the body among the blocks of a text, of all of it when there is no body.
    public static String identify(String text, List<Block> blocks) {
        Map<String, Integer> hits = new HashMap<>();
        int words = 0;
        for (Block block : blocks) {
            if (block.isBody() && words < ENOUGH_WORDS) words += count(text, block.start(), block.end(), hits);
        }
        return words == 0 ? identify(text) : best(hits, words);
    }

    private static int count(String text, int start, int end, Map<String, Integer> hits) {
        int words = 0;
        int at = start;
        while (at < end && words < ENOUGH_WORDS) {
            while (at < end && !Character.isLetter(text.charAt(at))) at++;
            int first = at;
            while (at < end && Character.isLetter(text.charAt(at))) at++;
            if (first == at) break;
            words++;
            if (at - first <= 8) {
                String word = text.substring(first, at).toLowerCase(Locale.ROOT);
                WORDS.getOrDefault(word, List.of()).forEach(language -> hits.merge(language, 1, Integer::sum));
            }
        }
        return words;
    }

    private static String best(Map<String, Integer> hits, int words) {
        String best = UNDETERMINED;
        int most = 0;
        for (String language : List.of("es", "en", "pt", "fr", "it", "de", "nl")) {
            int count = hits.getOrDefault(language, 0);
            if (count > most) {
                most = count;
                best = language;
            }
        }
        return most >= Math.max(2, SMALLEST_SHARE * words) ? best : UNDETERMINED;
    }
}
