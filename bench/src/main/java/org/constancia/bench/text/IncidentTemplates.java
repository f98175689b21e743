package org.constancia.bench.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.constancia.text.extract.Candidate;
import org.constancia.text.extract.Extraction;
import org.constancia.text.extract.Modality;
import org.constancia.text.extract.Slot;
import org.constancia.text.extract.lexicon.Language;
import org.constancia.text.extract.lexicon.Lexicon;
import org.constancia.text.extract.lexicon.LexiconFile;
import org.constancia.text.extract.lexicon.Reading;
import org.constancia.text.extract.lexicon.WordClass;
import org.constancia.text.extract.phrase.Grammar;

/// Turns the act candidates of a report into MUC-4 templates, one for each type of incident the report tells of.
///
/// Fillers stand in the sentences of the incident's acts: victims and doers from the act frames, the rest by the
/// words
/// of `incident-words.txt`, the longest match first.
final class IncidentTemplates {
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("killing", "attack"),
            Map.entry("massacre", "attack"),
            Map.entry("extrajudicial-execution", "attack"),
            Map.entry("attack", "attack"),
            Map.entry("injury", "attack"),
            Map.entry("attempted-killing", "attack"),
            Map.entry("bombing", "bombing"),
            Map.entry("kidnapping", "kidnapping"),
            Map.entry("arson", "arson"),
            Map.entry("robbery", "robbery"));
    private static final Set<String> CORE =
            Set.of("killing", "massacre", "bombing", "kidnapping", "arson", "robbery", "attack");
    private static final Lexicon LEXICON = Lexicon.of(Language.ENGLISH);
    private static final Pattern COMBATANTS = Pattern.compile(
            "\\b(soldiers?|guerrillas?|troops|army|rebels?|subversives?|terrorists?|battalions?|military|brigade|garrisons?|policemen|police|patrol|personnel|dead|wounded|forces|enemy)\\b");
    private static final Set<String> STATE = Set.of(
            "government",
            "army",
            "armed forces",
            "police",
            "air force",
            "national police",
            "treasury police",
            "national guard",
            "civil defense",
            "arena",
            "salvadoran army");
    private static final Map<String, Pattern> TRIGGERS = new LinkedHashMap<>();

    static {
        TRIGGERS.put(
                "bombing",
                Pattern.compile(
                        "\\b(bombs?|bombing|bombings|dynamite|explosion|explosions|exploded|explosives|blew up|blown up|dynamited)\\b"));
        TRIGGERS.put("kidnapping", Pattern.compile("\\b(kidnapp?ed|kidnapp?ings?|abducted|abduction|hostages?)\\b"));
        TRIGGERS.put("arson", Pattern.compile("\\b(set fire|set on fire|burned|arson|torched)\\b"));
        TRIGGERS.put(
                "attack",
                Pattern.compile(
                        "\\b(murder|murders|murdered|assassinated?|assassinations?|killed|massacre|shot|attacked|ambushed)\\b"));
    }

    private static final int MOST = 3;

    private final Map<String, List<String>> words =
            sorted(LexiconFile.sections("/org/constancia/bench/text/incident-words.txt", IncidentTemplates.class));

    private static Map<String, List<String>> sorted(Map<String, List<String>> sections) {
        Map<String, List<String>> longestFirst = new LinkedHashMap<>();
        sections.forEach((section, list) -> longestFirst.put(
                section,
                list.stream()
                        .sorted((one, other) -> other.length() - one.length())
                        .toList()));
        return longestFirst;
    }

    List<MucTemplate> of(String text, Extraction extraction) {
        Map<String, List<Candidate.Act>> byType = new LinkedHashMap<>();
        for (Candidate.Act act : extraction.acts()) {
            String type = TYPES.get(act.type());
            boolean real = act.modality() == Modality.ASSERTED || act.modality() == Modality.ALLEGED;
            if (type == null || !real || act.scope() == Candidate.Scope.GENERIC || isMilitary(act)) continue;
            byType.computeIfAbsent(typeOf(type, text, act), _ -> new ArrayList<>())
                    .add(act);
        }
        Map<String, List<String>> sentences = triggered(text);
        Set<String> types = new LinkedHashSet<>();
        byType.forEach((type, acts) -> {
            if (acts.stream().anyMatch(act -> CORE.contains(act.type()))) types.add(type);
        });
        sentences.entrySet().stream()
                .reduce((one, other) -> other.getValue().size() > one.getValue().size() ? other : one)
                .filter(most -> types.isEmpty())
                .ifPresent(most -> types.add(most.getKey()));
        return types.stream()
                .limit(MOST)
                .map(type -> template(
                        type, text, byType.getOrDefault(type, List.of()), sentences.getOrDefault(type, List.of())))
                .toList();
    }

    /// Sentences with a word for the incident, by type, whether or not an act frame was found there.
    private static Map<String, List<String>> triggered(String text) {
        Map<String, List<String>> sentences = new LinkedHashMap<>();
        for (String sentence : text.split("\\.\\s+")) {
            TRIGGERS.forEach((type, trigger) -> {
                if (trigger.matcher(sentence).find())
                    sentences.computeIfAbsent(type, _ -> new ArrayList<>()).add(sentence);
            });
        }
        return sentences;
    }

    /// Fighting between forces is no incident for MUC-4.
    private boolean isMilitary(Candidate.Act act) {
        return !act.victims().isEmpty()
                && act.victims().stream()
                        .allMatch(slot -> COMBATANTS
                                .matcher(slot.value().toLowerCase(Locale.ROOT))
                                .find());
    }

    /// An attack with a bomb is a bombing.
    private static String typeOf(String type, String text, Candidate.Act act) {
        if (!type.equals("attack")) return type;
        String sentence = sentenceAround(text, act.span().start());
        return sentence.matches("(?s).*\\b(bomb|bombs|dynamite|explosives?|exploded|explosion)\\b.*")
                ? "bombing"
                : type;
    }

    private MucTemplate template(String type, String text, List<Candidate.Act> acts, List<String> sentences) {
        Set<String> perpetrators = new LinkedHashSet<>();
        Set<String> organisations = new LinkedHashSet<>();
        Set<String> victims = new LinkedHashSet<>();
        Set<String> targets = new LinkedHashSet<>();
        Set<String> weapons = new LinkedHashSet<>();
        for (Candidate.Act act : acts) {
            String sentence = sentenceAround(text, act.span().start());
            for (String organisation : matches("organisation", sentence, 3))
                if (!STATE.contains(organisation)) organisations.add(organisation);
            for (Slot doer : act.perpetrators()) organisations.addAll(matches("organisation", doer.value(), 1));
            for (Slot doer : act.perpetrators()) perpetrators.addAll(matches("perpetrator", doer.value(), 1));
            if (act.perpetrators().isEmpty()) perpetrators.addAll(matches("perpetrator", sentence, 1));
            weapons.addAll(matches("weapon", sentence, 1));
            if (!type.equals("kidnapping")) targets.addAll(matches("target", sentence, 2));
            for (Slot victim : act.victims()) victim(victim.value(), victims);
            if (type.equals("bombing") && act.victims().isEmpty()) targets.addAll(matches("target", sentence, 2));
        }
        for (String sentence : sentences) {
            for (String organisation : matches("organisation", sentence, 2))
                if (!STATE.contains(organisation)) organisations.add(organisation);
            if (perpetrators.isEmpty()) perpetrators.addAll(matches("perpetrator", sentence, 1));
            if (weapons.isEmpty()) weapons.addAll(matches("weapon", sentence, 1));
            if (targets.isEmpty()) targets.addAll(matches("target", sentence, 1));
        }
        Map<String, List<List<String>>> slots = new LinkedHashMap<>();
        slots.put("PerpInd", entities(perpetrators, 1));
        slots.put("PerpOrg", entities(organisations, 1));
        slots.put("Target", type.equals("bombing") || type.equals("arson") ? entities(targets, 2) : List.of());
        slots.put("Victim", entities(victims, 2));
        slots.put("Weapon", entities(weapons, 1));
        return new MucTemplate(type, slots);
    }

    /// The name without office and number: MUC-4 wants victims by name.
    private static void victim(String words, Set<String> victims) {
        String bare = words.toLowerCase(Locale.ROOT)
                .replaceAll("^(at least|more than|about|some|the|a|an|his|her|their) ", "");
        boolean counted = bare.matches(
                "^(\\d|one|two|three|four|five|six|seven|eight|nine|ten|several|many|other|people|persons|civilians|him|them|they|he|she).*");
        String name = nameIn(bare);
        if (!counted && isPersonalName(name)) victims.add(name);
    }

    /// The words behind the last known noun of an office, when any follow: "municipal official | sergio horna".
    private static String nameIn(String words) {
        String[] word = words.split(" ");
        int last = -1;
        for (int i = 0; i < word.length - 1; i++) if (Grammar.isNoun(LEXICON.reading(word[i]))) last = i;
        return String.join(" ", List.of(word).subList(last + 1, word.length)).replaceAll("^(of|the|de|dr|mr|mrs) ", "");
    }

    /// Two to five words that begin with a given name or that the lexicon does not know at all.
    private static boolean isPersonalName(String name) {
        String[] word = name.split(" ");
        if (word.length < 2 || word.length > 5) return false;
        Reading first = LEXICON.reading(word[0]);
        boolean given = first.is(WordClass.GIVEN_NAME_F) || first.is(WordClass.GIVEN_NAME_M);
        for (String part : word) {
            Reading reading = LEXICON.reading(part);
            boolean fits = !reading.isKnown()
                    || reading.is(WordClass.GIVEN_NAME_F)
                    || reading.is(WordClass.GIVEN_NAME_M)
                    || part.equals("de");
            if (!fits) return false;
        }
        return given || !first.isKnown();
    }

    private List<String> matches(String section, String sentence, int most) {
        List<String> found = new ArrayList<>();
        String rest = " " + sentence.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}'-]+", " ") + " ";
        for (String word : words.getOrDefault(section, List.of())) {
            if (found.size() == most) break;
            if (!rest.contains(" " + word + " ")) continue;
            found.add(word);
            rest = rest.replace(" " + word + " ", " | ");
        }
        return found;
    }

    private static List<List<String>> entities(Collection<String> strings, int most) {
        return strings.stream().limit(most).map(List::of).toList();
    }

    private static String sentenceAround(String text, int at) {
        int start = Math.max(text.lastIndexOf(". ", at), text.lastIndexOf("  ", at)) + 1;
        int end = text.indexOf(". ", at);
        return text.substring(Math.max(start, 0), end < 0 ? text.length() : end);
    }
}
