package org.constancia.text.clean;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Tells the language of a text by its script, and where many languages share one by its function words, which are
/// frequent in any text of some length. The words are the lists of `languages.txt`.
public final class LanguageIdentifier {
    /// The code of a text whose language cannot be told.
    public static final String UNDETERMINED = "und";

    private static final int ENOUGH_WORDS = 4_000;
    private static final double SMALLEST_SHARE = .08;
    /// Languages that alone are written in a script, as nearly all news in it is.
    private static final Map<UnicodeScript, String> OWN_SCRIPTS = Map.ofEntries(
            Map.entry(UnicodeScript.GREEK, "el"),
            Map.entry(UnicodeScript.HEBREW, "he"),
            Map.entry(UnicodeScript.THAI, "th"),
            Map.entry(UnicodeScript.LAO, "lo"),
            Map.entry(UnicodeScript.KHMER, "km"),
            Map.entry(UnicodeScript.MYANMAR, "my"),
            Map.entry(UnicodeScript.HANGUL, "ko"),
            Map.entry(UnicodeScript.HIRAGANA, "ja"),
            Map.entry(UnicodeScript.KATAKANA, "ja"),
            Map.entry(UnicodeScript.HAN, "zh"),
            Map.entry(UnicodeScript.GEORGIAN, "ka"),
            Map.entry(UnicodeScript.ARMENIAN, "hy"),
            Map.entry(UnicodeScript.ETHIOPIC, "am"),
            Map.entry(UnicodeScript.BENGALI, "bn"),
            Map.entry(UnicodeScript.GURMUKHI, "pa"),
            Map.entry(UnicodeScript.GUJARATI, "gu"),
            Map.entry(UnicodeScript.TAMIL, "ta"),
            Map.entry(UnicodeScript.TELUGU, "te"),
            Map.entry(UnicodeScript.KANNADA, "kn"),
            Map.entry(UnicodeScript.MALAYALAM, "ml"),
            Map.entry(UnicodeScript.SINHALA, "si"));
    /// A fifth of kana among ideographs makes a text Japanese.
    private static final int KANA = 5;

    private static final int ENOUGH_LETTERS = 4_000;
    private static final List<String> LANGUAGES = new ArrayList<>();
    private static final Map<String, List<String>> WORDS = words();

    private LanguageIdentifier() {}

    private static Map<String, List<String>> words() {
        Map<String, List<String>> words = new HashMap<>();
        WordGroups.read(LanguageIdentifier.class, "languages.txt").forEach((language, lines) -> {
            LANGUAGES.add(language);
            for (String line : lines)
                for (String word : line.split(" "))
                    words.computeIfAbsent(word, _ -> new ArrayList<>()).add(language);
        });
        return words;
    }

    /// The language of a text in a script of its own; empty when its script is shared by many.
    private static Optional<String> ofScript(String text, int start, int end) {
        Map<UnicodeScript, Integer> letters = new EnumMap<>(UnicodeScript.class);
        int all = 0;
        for (int i = start; i < end && all < ENOUGH_LETTERS; i++) {
            if (!Character.isLetter(text.charAt(i))) continue;
            letters.merge(UnicodeScript.of(text.charAt(i)), 1, Integer::sum);
            all++;
        }
        int kana = letters.getOrDefault(UnicodeScript.HIRAGANA, 0) + letters.getOrDefault(UnicodeScript.KATAKANA, 0);
        int han = letters.getOrDefault(UnicodeScript.HAN, 0);
        if ((kana + han) * 2 > all) return Optional.of(kana * KANA > kana + han ? "ja" : "zh");
        for (Map.Entry<UnicodeScript, Integer> script : letters.entrySet()) {
            String language = OWN_SCRIPTS.get(script.getKey());
            if (language != null && script.getValue() * 2 > all) return Optional.of(language);
        }
        return Optional.empty();
    }

    /// ISO 639-1 code of the language of a text, `und` when too few of its words tell.
    public static String identify(String text) {
        Optional<String> script = ofScript(text, 0, text.length());
        if (script.isPresent()) return script.get();
        Map<String, Integer> hits = new HashMap<>();
        return best(hits, count(text, 0, text.length(), hits));
    }

    /// The language of the body among the blocks of a text, of all of it when there is no body.
    public static String identify(String text, List<Block> blocks) {
        Optional<String> script = blocks.stream()
                .filter(Block::isBody)
                .max(Comparator.comparingInt(block -> block.end() - block.start()))
                .flatMap(longest -> ofScript(text, longest.start(), longest.end()));
        if (script.isPresent()) return script.get();
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
            while (at < end && isInWord(text.charAt(at))) at++;
            if (first == at) break;
            words++;
            if (at - first <= 8) {
                String word = text.substring(first, at).toLowerCase(Locale.ROOT);
                WORDS.getOrDefault(word, List.of()).forEach(language -> hits.merge(language, 1, Integer::sum));
            }
        }
        return words;
    }

    /// Vowel signs of Indian scripts are marks, and parts of words.
    private static boolean isInWord(char character) {
        int type = Character.getType(character);
        return Character.isLetter(character)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    private static String best(Map<String, Integer> hits, int words) {
        String best = UNDETERMINED;
        int most = 0;
        for (String language : LANGUAGES) {
            int count = hits.getOrDefault(language, 0);
            if (count > most) {
                most = count;
                best = language;
            }
        }
        return most >= Math.max(2, SMALLEST_SHARE * words) ? best : UNDETERMINED;
    }
}
