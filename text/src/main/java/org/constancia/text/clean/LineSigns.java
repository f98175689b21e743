package org.constancia.text.clean;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What can be seen of a line of a text without markup: its length, its marks, the classes of its words, and what
/// stands around it. No sign alone says what a line is; {@link LineModel} weighs them.
///
/// The words are those of `reader.txt`, `page-words.txt` and `line-words.txt`; a sign names a class, never a word, so
/// that a new word in a list needs no new weights.
final class LineSigns {
    private static final Pattern SPLIT = Pattern.compile("[^\\p{L}\\p{M}\\p{N}#@'’]+");
    private static final Pattern PAST = Pattern.compile(
            "(?:[^ae]ed|ó|[aei]ron|aba|aban|ía|ían|fue|fueron|era|eran|was|were|had|said|told|hizo|dijo|puso|tuvo|dio|vio)$");
    private static final Pattern ENCLITIC = Pattern.compile("[a-z]{3,}(?:[aei]r|[aei])(?:nos|te|se|lo|la|los|las|le)");
    private static final Pattern INFINITIVE = Pattern.compile("[a-z]{2,}[aei]r");
    private static final Pattern BAR = Pattern.compile("[|·•»/]|>>|→|►|\\s[–—-]\\s");
    private static final Pattern CLOCK = Pattern.compile("\\d{1,2}[:.]\\d{2}|\\b\\d+ ?(?:min|h)\\b");
    private static final Pattern YEAR = Pattern.compile("\\b(?:19|20)\\d\\d\\b|\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{2,4}");
    private static final Pattern ADDRESS = Pattern.compile("(?:^|\\s)@\\w{2,}|[\\w.]+@[\\w.]+|https?:|www\\.");
    private static final int RUNNING = 80;
    private static final int ROW = 3;
    private static final int FARTHEST_HEAD = 4;
    private static final int LONGEST_HEAD = 5;
    /// Classes of words that are as frequent in stories.
    private static final Set<String> NEUTRAL =
            Set.of("month", "said", "section", "pointer", "short furniture", "handled", "you", "call", "weak call");

    private final PageVocabulary page;
    private final Map<String, Set<String>> groups;

    private LineSigns(PageVocabulary page, Map<String, Set<String>> groups) {
        this.page = page;
        this.groups = groups;
    }

    static LineSigns standard() {
        Map<String, Set<String>> groups = new HashMap<>();
        for (String file : List.of("reader.txt", "line-words.txt")) {
            WordGroups.read(LineSigns.class, file)
                    .forEach((group, words) -> groups.put(
                            group, words.stream().map(FoldedText::fold).collect(Collectors.toUnmodifiableSet())));
        }
        return new LineSigns(PageVocabulary.standard(), groups);
    }

    /// The lines of a text, ready to be looked at one by one: the signs of all at once would not fit in memory.
    Sight of(List<String> lines) {
        return new Sight(lines);
    }

    final class Sight {
        private final List<String> lines;
        private final Set<String> repeated = new HashSet<>();
        private final BitSet listed = new BitSet();
        private int first;
        private int last = -1;

        private Sight(List<String> lines) {
            this.lines = lines.stream().map(String::strip).toList();
            Set<String> seen = new HashSet<>();
            for (String line : this.lines) if (!seen.add(line)) repeated.add(line);
            for (int i = 0; i < lines.size(); i++) {
                if (!isRunning(this.lines.get(i))) continue;
                if (last < 0) first = i;
                last = i;
            }
            for (int i = 0; i + 1 < lines.size(); i++) {
                String kind = kind(this.lines.get(i));
                listed.set(i + 1, kind.equals("colon") && i > first || listed.get(i) && kind.equals("open"));
            }
        }

        List<String> at(int line) {
            List<String> signs = alone(lines.get(line));
            if (listed.get(line)) signs.add("listed & " + first(signs, "page "));
            if (headed(line)) signs.add("headed & " + first(signs, "end "));
            if (isNamed(signs) && rowAround(line) >= ROW) signs.add("names in a row");
            signs.add(line < first ? "place top" : line > last ? "place end" : "place within");
            signs.add("before " + kind(line == 0 ? "" : lines.get(line - 1)));
            signs.add("behind " + kind(line + 1 == lines.size() ? "" : lines.get(line + 1)));
            if (repeated.contains(lines.get(line))) signs.add("repeated");
            return paired(signs);
        }

        /// Whether a few words of the page, the line before or some titles up, head this line.
        private boolean headed(int line) {
            for (int up = line - 1; up >= Math.max(0, line - FARTHEST_HEAD); up--) {
                String head = lines.get(up);
                if (!kind(head).equals("open") && !kind(head).equals("colon")) return false;
                if (isHead(head)) return true;
            }
            return false;
        }

        /// How many lines in a row, this one among them, look like names.
        private int rowAround(int line) {
            int from = line;
            while (from > Math.max(0, line - ROW) && looksLikeName(lines.get(from - 1))) from--;
            int to = line + 1;
            while (to < Math.min(lines.size(), line + ROW) && looksLikeName(lines.get(to))) to++;
            return to - from;
        }
    }

    private boolean isHead(String line) {
        List<String> words = words(line);
        return words.size() <= LONGEST_HEAD && pageShare(words) >= 2;
    }

    private boolean looksLikeName(String line) {
        return line.length() <= 60 && isNamed(alone(line));
    }

    private static boolean isNamed(List<String> signs) {
        return signs.contains("titles all")
                && signs.contains("start capital")
                && signs.contains("page 0")
                && signs.stream().noneMatch(LineSigns::isOfReader);
    }

    static boolean isRunning(String line) {
        return line.length() >= RUNNING && LineShape.endsSentence(line);
    }

    private static String kind(String line) {
        if (line.isEmpty()) return "nothing";
        if (line.endsWith(":")) return "colon";
        if (isRunning(line)) return "running";
        return SentenceEnd.ends(line) ? "sentence" : "open";
    }

    /// A line without a sentence's end means one thing among page words and another without, so the two are paired.
    private static List<String> paired(List<String> signs) {
        List<String> all = new ArrayList<>(signs);
        String end = first(signs, "end ");
        all.add(end + " & " + first(signs, "page "));
        all.add(end + " & " + first(signs, "length "));
        all.add(end + " & " + first(signs, "place "));
        all.add(end + " & " + first(signs, "before "));
        all.add(end + " & " + first(signs, "behind "));
        if (signs.contains("opens job")) all.add("opens job & " + end);
        String address = signs.stream().anyMatch(LineSigns::isOfReader) ? "addressed" : "telling";
        all.add(end + " & " + address);
        all.add(end + " & " + address + " & " + first(signs, "length "));
        all.add(end + " & " + address + " & " + first(signs, "page "));
        all.add(end + " & " + address + " & " + first(signs, "page ") + " & " + first(signs, "length "));
        boolean between = isText(first(signs, "before ")) && isText(first(signs, "behind "));
        if (between) all.add("between & " + end + " & " + address + " & " + first(signs, "page "));
        all.add(first(signs, "page ") + " & " + first(signs, "length "));
        if (signs.contains("past")) all.add("past & " + end);
        return all;
    }

    private static boolean isText(String sign) {
        return sign.endsWith("running") || sign.endsWith("sentence");
    }

    /// Whether a sign belongs to the lines that speak to the reader or of the page.
    private static boolean isOfReader(String sign) {
        int space = sign.indexOf(' ');
        return (sign.startsWith("opens ") || sign.startsWith("holds ")) && !NEUTRAL.contains(sign.substring(space + 1));
    }

    private static String first(List<String> signs, String prefix) {
        for (String sign : signs) if (sign.startsWith(prefix)) return sign;
        return prefix + "none";
    }

    private List<String> alone(String line) {
        List<String> signs = new ArrayList<>();
        signs.add("bias");
        addMarks(line, signs);
        List<String> words = words(line);
        if (tellsOfThePast(line)) signs.add("past");
        signs.add("length " + size(words.size()));
        addClasses(words, signs);
        return signs;
    }

    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        for (String word : SPLIT.split(line)) if (!word.isEmpty()) words.add(FoldedText.fold(word));
        return words;
    }

    /// Accents are kept: "ó" at the end is a past, "o" is not.
    private static boolean tellsOfThePast(String line) {
        String[] words = SPLIT.split(line.toLowerCase(Locale.ROOT));
        for (int i = 1; i < words.length; i++) if (PAST.matcher(words[i]).find()) return true;
        return false;
    }

    private static String size(int words) {
        if (words <= 2) return String.valueOf(words);
        return words <= 4 ? "4" : words <= 8 ? "8" : words <= 14 ? "14" : words <= 25 ? "25" : "many";
    }

    private static void addMarks(String line, List<String> signs) {
        if (line.isEmpty()) return;
        signs.add("end " + endMark(line));
        char start = line.charAt(0);
        signs.add("start "
                + (Character.isUpperCase(start)
                        ? "capital"
                        : Character.isLowerCase(start)
                                ? "lower"
                                : Character.isDigit(start)
                                        ? "digit"
                                        : "—–".indexOf(start) >= 0
                                                ? "dash"
                                                : "“«\"¿".indexOf(start) >= 0 ? "quote" : "mark"));
        if (line.indexOf('“') >= 0 || line.indexOf('"') >= 0 || line.indexOf('«') >= 0) signs.add("quoted");
        if (BAR.matcher(line).find()) signs.add("bar");
        if (CLOCK.matcher(line).find()) signs.add("clock");
        if (YEAR.matcher(line).find()) signs.add("year");
        if (ADDRESS.matcher(line).find()) signs.add("address");
        if (line.indexOf('*') >= 0) signs.add("star");
        if (line.indexOf('©') >= 0) signs.add("copyright");
        int mark = LineShape.labelEnd(line);
        if (mark > 2 && mark + 2 < line.length()) signs.add("label");
        if (line.chars().noneMatch(Character::isLowerCase)) signs.add("capitals");
        signs.add("titles " + titleShare(line));
    }

    private static String endMark(String line) {
        char last = line.charAt(line.length() - 1);
        if (")]*_".indexOf(last) >= 0) return "bracket";
        if ("\"”’»".indexOf(last) >= 0) return LineShape.endsSentence(line) ? "sentence" : "quote";
        return switch (last) {
            case '?' -> "question";
            case '!' -> "exclamation";
            case ':' -> "colon";
            case '…' -> "ellipsis";
            default -> LineShape.endsSentence(line) ? "sentence" : "open";
        };
    }

    /// How many of the words behind the first are written with a capital.
    private static String titleShare(String line) {
        int capital = 0;
        int all = 0;
        for (String word : line.split("\\s+")) {
            if (word.length() < 4 || !Character.isLetter(word.charAt(0)) || line.startsWith(word)) continue;
            all++;
            if (Character.isUpperCase(word.charAt(0))) capital++;
        }
        return all == 0 ? "none" : capital == 0 ? "few" : capital == all ? "all" : 2 * capital > all ? "most" : "some";
    }

    private void addClasses(List<String> words, List<String> signs) {
        int share = pageShare(words);
        boolean seldom = share == 0 && words.stream().anyMatch(page::isPageWord);
        signs.add("page " + (share < 0 ? "none" : seldom ? "seldom" : share));
        if (words.isEmpty()) return;
        String opening = words.getFirst();
        if (page.isPageWord(opening)) {
            signs.add("opens page");
            if (ENCLITIC.matcher(opening).matches()) signs.add("opens enclitic");
            if (INFINITIVE.matcher(opening).matches()) signs.add("opens infinitive");
        }
        for (Map.Entry<String, Set<String>> group : groups.entrySet()) {
            if (begins(words, 0, group.getValue())) signs.add("opens " + group.getKey());
            for (int i = 1; i < words.size(); i++) {
                if (!begins(words, i, group.getValue())) continue;
                signs.add("holds " + group.getKey());
                break;
            }
        }
    }

    /// Quarters of the words that are the page's, function words and numbers aside; -1 when there are no others.
    private int pageShare(List<String> words) {
        int ofPage = 0;
        int other = 0;
        for (String word : words) {
            if (word.startsWith("#")) continue;
            if (page.isPageWord(word)) ofPage++;
            else if (!page.isFunctionWord(word)) other++;
        }
        return ofPage + other == 0 ? -1 : 4 * ofPage / (ofPage + other);
    }

    private static boolean begins(List<String> words, int at, Set<String> phrases) {
        StringBuilder phrase = new StringBuilder();
        for (int i = at; i < Math.min(words.size(), at + 4); i++) {
            if (i > at) phrase.append(' ');
            phrase.append(words.get(i));
            if (phrases.contains(phrase.toString())) return true;
        }
        return false;
    }
}
