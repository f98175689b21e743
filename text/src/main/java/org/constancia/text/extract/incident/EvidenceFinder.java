package org.constancia.text.extract.incident;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.constancia.text.extract.Span;
import org.constancia.text.extract.lexicon.WordClass;
import org.constancia.text.extract.segment.Word;

/// Names the signs for every type of incident and every possible filler of a report.
final class EvidenceFinder {
    private static final Set<String> SPEECH = Set.of(
            "say",
            "state",
            "add",
            "report",
            "note",
            "declare",
            "announce",
            "assert",
            "indicate",
            "explain",
            "point",
            "stress",
            "confirm",
            "comment",
            "reveal",
            "tell",
            "believe",
            "emphasize",
            "affirm",
            "claim",
            "deny",
            "call",
            "ask",
            "condemn");
    private static final Set<String> OTHER = Set.of("damage", "die", "accuse", "fight", "handle");

    private final Report report;
    private final IncidentLexicon lexicon;

    EvidenceFinder(Report report, IncidentLexicon lexicon) {
        this.report = report;
        this.lexicon = lexicon;
    }

    Evidence find() {
        Map<IncidentType, List<String>> types = new EnumMap<>(IncidentType.class);
        List<Evidence.Filler> fillers = new ArrayList<>();
        for (IncidentType type : IncidentType.values()) {
            if (!isTold(type)) continue;
            types.put(type, new ArrayList<>(typeSigns(type)));
            for (Participant participant : report.participants())
                for (IncidentSlot slot : slotsOf(participant)) fillers.add(filler(type, slot, participant));
        }
        return new Evidence(types, fillers, settings());
    }

    private List<Evidence.Setting> settings() {
        List<Evidence.Setting> settings = new ArrayList<>();
        for (SentenceGroups sentence : report.sentences()) settings.add(sentence.setting());
        return settings;
    }

    private boolean isTold(IncidentType type) {
        return report.sentences().stream()
                .anyMatch(sentence -> sentence.triggers().stream()
                        .anyMatch(trigger -> trigger.types().contains(type.code())));
    }

    private static List<IncidentSlot> slotsOf(Participant participant) {
        return switch (participant.kind()) {
            case NAME -> List.of(IncidentSlot.VICTIM, IncidentSlot.PERPETRATOR);
            case FIGHTER, STATE_FORCE, PERSON -> List.of(IncidentSlot.PERPETRATOR);
            case ORGANISATION -> List.of(IncidentSlot.ORGANISATION);
            case TARGET -> List.of(IncidentSlot.TARGET);
            case WEAPON -> List.of(IncidentSlot.WEAPON);
        };
    }

    private Set<String> typeSigns(IncidentType type) {
        Set<String> signs = new LinkedHashSet<>();
        signs.add("bias");
        String t = type.code();
        int[] count = new int[4];
        int first = -1;
        Set<String> others = new TreeSet<>();
        for (int i = 0; i < report.sentences().size(); i++) {
            for (Trigger trigger : report.sentences().get(i).triggers()) {
                for (String other : trigger.types()) if (!other.equals(t)) others.add(other);
                if (!trigger.types().contains(t)) continue;
                if (!trigger.real()) {
                    count[3]++;
                    continue;
                }
                if (first < 0) first = i;
                count[trigger.form() == Trigger.Form.NOUN ? 1 : 0]++;
                signs.add("t=" + t + " w=" + report.text().word(trigger.first()).form());
            }
            for (Link link : report.links(i)) {
                if (!link.trigger().types().contains(t) || !link.trigger().real()) continue;
                for (Kind kind : link.group().kinds()) {
                    if (link.relation().startsWith("patient")
                            || link.relation().startsWith("agent")
                            || Set.of("owner", "against", "doer").contains(link.relation()))
                        signs.add("has " + link.relation().replace("+", "") + " " + kind);
                    if (kind == Kind.WEAPON || kind == Kind.TARGET) signs.add("t=" + t + " beside " + kind);
                }
            }
        }
        signs.add("t=" + t);
        signs.add("t=" + t + " verbs " + bucket(count[0]));
        signs.add("t=" + t + " nouns " + bucket(count[1]));
        signs.add("unreal " + bucket(count[3]));
        signs.add("t=" + t + " first " + (first < 0 ? "never" : first < 2 ? "0" : first < 5 ? "2" : "5"));
        for (String other : others) signs.add("t=" + t + " also " + other);
        signs.add("names "
                + bucket((int) report.participants().stream()
                        .filter(p -> p.kind() == Kind.NAME)
                        .count()));
        signs.add("length " + bucket(report.sentences().size() / 4));
        return signs;
    }

    private static String bucket(int count) {
        return count == 0 ? "0" : count == 1 ? "1" : count <= 3 ? "2" : count <= 6 ? "4" : "7";
    }

    private Evidence.Filler filler(IncidentType type, IncidentSlot slot, Participant participant) {
        Set<String> signs = new LinkedHashSet<>();
        String t = type.code();
        signs.add("bias");
        signs.add("kind " + participant.kind());
        signs.add("t=" + t + " kind " + participant.kind());
        bodySigns(participant, t, signs);
        Set<Integer> sentences = new TreeSet<>();
        boolean linked = false;
        for (Participant.Mention mention : participant.mentions()) {
            sentences.add(mention.sentence());
            linked |= linkSigns(t, mention, signs);
            mentionSigns(mention, signs);
        }
        if (!linked) signs.add(nearness(t, sentences));
        signs.add("mentions " + bucket(participant.mentions().size()));
        int first = participant.mentions().getFirst().sentence();
        signs.add("first " + (first == 0 ? "0" : first < 3 ? "1" : first < 7 ? "3" : "7"));
        Span span = nameOf(participant, t);
        headSigns(span, participant, signs);
        rivals(slot, participant, signs);
        return new Evidence.Filler(type, slot, span, new ArrayList<>(signs), sentences, acts(t, participant));
    }

    private Set<Integer> acts(String t, Participant participant) {
        Set<Integer> acts = new TreeSet<>();
        for (Participant.Mention mention : participant.mentions())
            for (Link link : report.links(mention.sentence()))
                if (link.group() == mention.group()
                        && link.trigger().types().contains(t)
                        && link.relation().startsWith("patient"))
                    acts.add(link.trigger().first());
        return acts;
    }

    /// Which side it is on, whether it is the only one of its side, and whether it stands in the doer's description.
    private void bodySigns(Participant participant, String t, Set<String> signs) {
        if (participant.kind() != Kind.ORGANISATION) return;
        String side = participant.side();
        signs.add("side " + side);
        signs.add("t=" + t + " side " + side);
        long same = report.participants().stream()
                .filter(other ->
                        other.kind() == Kind.ORGANISATION && other.side().equals(side))
                .count();
        signs.add("side " + side + " rivals " + bucket((int) same - 1));
        for (Participant.Mention mention : participant.mentions()) {
            boolean describes =
                    mention.group().is(Kind.FIGHTER) || mention.group().is(Kind.STATE_FORCE);
            boolean whole = mention.span().end()
                    == report.text().word(mention.group().last() - 1).end();
            if (!whole && describes) signs.add("describes doer");
            for (Link link : report.links(mention.sentence()))
                if (link.group() == mention.group() && link.trigger().types().contains(t))
                    signs.add("side " + side + " " + link.relation());
        }
    }

    private boolean linkSigns(String t, Participant.Mention mention, Set<String> signs) {
        boolean linked = false;
        for (Link link : report.links(mention.sentence())) {
            if (link.group() != mention.group()) continue;
            if (link.trigger().types().contains("handle") && !holdsWeapon(link.trigger(), mention.sentence())) continue;
            Set<String> told = link.trigger().types();
            String real = link.trigger().real() ? "" : "unreal ";
            String form = link.trigger().form() == Trigger.Form.NOUN ? "n:" : "v:";
            if (told.contains(t)) {
                linked = true;
                signs.add(real + form + link.relation());
                signs.add("t=" + t + " " + link.relation());
                signs.add("linked");
                for (Kind kind : mention.group().kinds()) signs.add(kind + " " + link.relation());
            }
            for (String other : told) {
                if (OTHER.contains(other)) signs.add(real + other + ":" + link.relation());
                else if (!other.equals(t)) signs.add("other:" + link.relation());
            }
        }
        return linked;
    }

    /// "placed a bomb": verbs of handling count only with a weapon.
    private boolean holdsWeapon(Trigger trigger, int sentence) {
        return report.links(sentence).stream()
                .anyMatch(link -> link.trigger() == trigger
                        && link.relation().startsWith("patient")
                        && link.group().is(Kind.WEAPON));
    }

    private void mentionSigns(Participant.Mention mention, Set<String> signs) {
        Group group = mention.group();
        SentenceGroups sentence = report.sentences().get(mention.sentence());
        if (!group.preposition().isEmpty()) signs.add("after " + group.preposition());
        if (group.possessive()) signs.add("possessive");
        if (group.titled()) {
            Word title = report.text().word(group.named() - 1);
            for (WordClass one :
                    List.of(WordClass.OFFICIAL, WordClass.OFFICER, WordClass.PERSON, WordClass.TITLE, WordClass.FAMILY))
                if (title.is(one)) signs.add("title " + one);
        }
        for (int i = group.last(); i < group.last() + 4; i++) {
            if (sentence.tag(i) != 'V') continue;
            boolean speaks =
                    report.text().word(i).reading().verbs().stream().anyMatch(form -> SPEECH.contains(form.lemma()));
            signs.add(speaks ? "speaks" : "does");
            break;
        }
        if (group.first() < group.core()) signs.add("det " + kindOfDeterminer(group.core() - 1));
    }

    private String kindOfDeterminer(int at) {
        Word word = report.text().word(at);
        if (word.isNumber() || word.is(WordClass.NUMERAL)) return "number";
        return Set.of("the", "a", "an", "his", "several", "some").contains(word.form()) ? word.form() : "other";
    }

    private String nearness(String t, Set<Integer> sentences) {
        for (int sentence : sentences)
            for (int other = sentence - 1; other <= sentence + 1; other += 2)
                if (other >= 0
                        && other < report.sentences().size()
                        && report.sentences().get(other).triggers().stream()
                                .anyMatch(trigger -> trigger.types().contains(t))) return "next sentence";
        return "far";
    }

    private void headSigns(Span span, Participant participant, Set<String> signs) {
        String[] words = span.of(report.text().text()).toLowerCase(Locale.ROOT).split(" ");
        String head = words[words.length - 1];
        if (participant.kind() != Kind.NAME && participant.kind() != Kind.ORGANISATION) {
            if (lexicon.isWord(head)) signs.add("head " + singular(head));
            signs.add("words " + Math.min(words.length, 4));
            if (head.endsWith("s")) signs.add("plural");
        }
        if (participant.kind() == Kind.NAME) {
            signs.add("words " + Math.min(words.length, 4));
            if (lexicon.isGivenName(words[0])) signs.add("given name");
        }
    }

    private static String singular(String head) {
        return head.endsWith("ies")
                ? head.substring(0, head.length() - 3) + "y"
                : head.endsWith("s") && !head.endsWith("ss") ? head.substring(0, head.length() - 1) : head;
    }

    /// How many others could fill the slot, and whether this one is named most.
    private void rivals(IncidentSlot slot, Participant participant, Set<String> signs) {
        int rivals = 0;
        boolean most = true;
        for (Participant other : report.participants()) {
            if (!slotsOf(other).contains(slot) || other == participant) continue;
            rivals++;
            most &= other.mentions().size() <= participant.mentions().size();
        }
        signs.add("rivals " + bucket(rivals));
        if (most) signs.add("most named");
    }

    /// A person by the longest name, a doer where it acts, an organisation by what it is called most, rather by its
    /// letters.
    private Span nameOf(Participant participant, String t) {
        if (participant.kind() == Kind.ORGANISATION) return usual(participant);
        if (participant.kind() == Kind.FIGHTER || participant.kind() == Kind.STATE_FORCE) return acting(participant, t);
        Span longest = participant.mentions().getFirst().span();
        if (participant.kind() == Kind.NAME)
            for (Participant.Mention mention : participant.mentions())
                if (mention.span().length() > longest.length()) longest = mention.span();
        return longest;
    }

    /// The mention that does it, else the first.
    private Span acting(Participant doer, String t) {
        for (Participant.Mention mention : doer.mentions())
            for (Link link : report.links(mention.sentence()))
                if (link.group() == mention.group()
                        && link.trigger().types().contains(t)
                        && (link.relation().startsWith("agent")
                                || link.relation().equals("doer"))) return mention.span();
        return doer.mentions().getFirst().span();
    }

    private Span usual(Participant body) {
        Map<String, Integer> counts = new HashMap<>();
        for (Participant.Mention mention : body.mentions()) counts.merge(words(mention.span()), 1, Integer::sum);
        Span best = body.mentions().getFirst().span();
        int highest = -1;
        for (Participant.Mention mention : body.mentions()) {
            String words = words(mention.span());
            int weight = 10 * Objects.requireNonNull(counts.get(words)) + (words.contains(" ") ? 0 : 5);
            if (weight > highest) {
                highest = weight;
                best = mention.span();
            }
        }
        return best;
    }

    private String words(Span span) {
        return span.of(report.text().text()).toLowerCase(Locale.ROOT);
    }
}
