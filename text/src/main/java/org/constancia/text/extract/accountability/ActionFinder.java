package org.constancia.text.extract.accountability;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.constancia.text.extract.accountability.ActionLexicon.Pattern;
import org.constancia.text.extract.lexicon.Language;
import org.constancia.text.extract.lexicon.Tense;
import org.constancia.text.extract.lexicon.VerbForm;
import org.constancia.text.extract.lexicon.WordClass;
import org.constancia.text.extract.phrase.Grammar;
import org.constancia.text.extract.phrase.NounPhrase;
import org.constancia.text.extract.resolve.SubjectFinder;
import org.constancia.text.extract.resolve.SubjectFinder.Side;
import org.constancia.text.extract.resolve.SubjectFinder.Subject;

/// Finds steps that were taken. A step asked for, promised, denied or merely possible is none: the verb has to
/// be finite and of the past or present, a participle with "ha" / "has" or in the passive, or what something
/// came after ("después de condenar").
public final class ActionFinder {
    private static final Set<WordClass> ACCUSED = EnumSet.of(
            WordClass.PERSON,
            WordClass.OFFICIAL,
            WordClass.OFFICER,
            WordClass.STATE_FORCE,
            WordClass.ARMED_GROUP,
            WordClass.FAMILY,
            WordClass.STATE_BODY,
            WordClass.PRONOUN,
            WordClass.NUMERAL);
    private static final Set<String> NOBODY =
            Set.of("no", "none", "nobody", "neither", "ningún", "ninguna", "ninguno", "nadie", "tampoco");
    private static final int REACH = 12;

    private final Map<Language, ActionLexicon> lexicons = new EnumMap<>(Language.class);

    public ActionFinder() {
        for (Language language : Language.values()) lexicons.put(language, new ActionLexicon(language));
    }

    public List<ActionFrame> find(Grammar grammar, SubjectFinder subjects) {
        ActionLexicon lexicon = lexicons.get(grammar.sentence().lexicon().language());
        List<ActionFrame> frames = new ArrayList<>();
        if (lexicon == null) return frames;
        for (int i = grammar.sentence().first(); i < grammar.sentence().last(); i++) {
            if (grammar.word(i).quoted()) continue;
            Optional<VerbForm> verb = grammar.findVerb(i);
            if (verb.isEmpty() || !isTaken(grammar, i, verb.get())) continue;
            for (Pattern pattern : lexicon.patterns(verb.get().lemma(), isReflexive(grammar, i))) {
                Optional<ActionFrame> frame = new Matcher(grammar, subjects, i, verb.get(), pattern).match();
                if (frame.isPresent()) {
                    frames.add(frame.get());
                    break;
                }
            }
        }
        return frames;
    }

    private static boolean isReflexive(Grammar grammar, int verb) {
        return grammar.isSpanish() && grammar.is(verb - 1, "se");
    }

    private static boolean isTaken(Grammar grammar, int verb, VerbForm form) {
        if (grammar.isNegated(verb)) return false;
        for (int i = grammar.verbGroupStart(verb); i < verb; i++)
            if (grammar.is(i, WordClass.MODAL) && !grammar.is(i, WordClass.BE) || isUnreal(grammar, i)) return false;
        return switch (form.tense()) {
            case PAST, PARTICIPLE -> true;
            case PRESENT -> grammar.isSpanish() && !form.firstPerson() && !grammar.is(verb - 1, "que");
            case GERUND -> grammar.is(verb - 1, "after");
            case INFINITIVE ->
                grammar.is(verb - 1, "tras")
                        || grammar.is(verb - 1, "de") && grammar.isAny(verb - 2, Set.of("después", "luego"));
            case IMPERFECT, FUTURE, CONDITIONAL, SUBJUNCTIVE -> false;
        };
    }

    /// "serán retirados", "sea investigado", "habría sido capturado".
    private static boolean isUnreal(Grammar grammar, int auxiliary) {
        return grammar.word(auxiliary)
                        .reading()
                        .isVerb(form -> form.tense() == Tense.FUTURE
                                || form.tense() == Tense.CONDITIONAL
                                || form.tense() == Tense.SUBJUNCTIVE && !grammar.is(auxiliary, "fuera"))
                && !grammar.word(auxiliary).reading().isVerb(form -> form.tense() == Tense.PAST);
    }

    private static final class Matcher {
        private final Grammar grammar;
        private final SubjectFinder subjects;
        private final int verb;
        private final VerbForm form;
        private final Pattern pattern;

        private Matcher(Grammar grammar, SubjectFinder subjects, int verb, VerbForm form, Pattern pattern) {
            this.grammar = grammar;
            this.subjects = subjects;
            this.verb = verb;
            this.form = form;
            this.pattern = pattern;
        }

        private Optional<ActionFrame> match() {
            boolean passive = grammar.isPassive(verb);
            boolean perfect = hasAuxiliary(WordClass.HAVE);
            boolean alone = form.tense() == Tense.PARTICIPLE && !passive && !perfect;
            if (alone) return Optional.empty();
            int end = requiredEnd(passive);
            if (end < 0) return Optional.empty();
            return passive ? passive(end) : active(end);
        }

        private boolean hasAuxiliary(WordClass auxiliary) {
            for (int i = grammar.verbGroupStart(verb); i < verb; i++) if (grammar.is(i, auxiliary)) return true;
            return false;
        }

        /// After the last required word; the verb itself when nothing is required; -1 when it is missing.
        private int requiredEnd(boolean passive) {
            if (pattern.required().isEmpty()) return verb + 1;
            for (int i = verb + 1; i < verb + REACH && grammar.sentence().holds(i); i++) {
                if (grammar.isMark(i, ";") || grammar.isMark(i, ".")) break;
                int end = phraseEnd(i);
                if (end > 0) return end;
            }
            if (!passive) return -1;
            for (int i = verb - 1; i > verb - 8 && grammar.sentence().holds(i); i--)
                if (phraseEnd(i) > 0) return verb + 1;
            return -1;
        }

        private int phraseEnd(int at) {
            for (List<String> phrase : pattern.required()) {
                boolean all = true;
                for (int k = 0; k < phrase.size(); k++)
                    all &= grammar.is(at + k, phrase.get(k)) || grammar.is(at + k, phrase.get(k) + "s");
                if (all) return at + phrase.size();
            }
            return -1;
        }

        private Optional<ActionFrame> active(int end) {
            Optional<Subject> subject = subjects.find(verb);
            boolean subjectIsAccused = pattern.accused().equals("subject");
            Optional<NounPhrase> body = subjectIsAccused
                    ? Optional.empty()
                    : subject.filter(found -> found.side() != Side.RIGHT || grammar.isSpanish())
                            .map(Subject::phrase);
            Optional<NounPhrase> accused = subjectIsAccused ? subject.map(Subject::phrase) : accused(end);
            if (subject.map(Subject::phrase).filter(this::isNone).isPresent()) return Optional.empty();
            if (pattern.court()
                    && subject.filter(found -> isCourt(found.phrase())).isEmpty()) return Optional.empty();
            boolean needsAccused =
                    pattern.required().isEmpty() && Set.of("object", "a").contains(pattern.accused());
            if (needsAccused && accused.isEmpty()) return Optional.empty();
            if (subjectIsAccused && accused.isEmpty()) return Optional.empty();
            return Optional.of(new ActionFrame(
                    verb,
                    grammar.verbGroupStart(verb),
                    Math.max(end, verb + 1),
                    pattern.kind(),
                    body,
                    accused,
                    offence(end),
                    "action.active"));
        }

        private Optional<ActionFrame> passive(int end) {
            Optional<NounPhrase> subject = subjects.find(verb)
                    .map(Subject::phrase)
                    .or(() -> grammar.findPhraseUpTo(grammar.verbGroupStart(verb) - 1));
            Optional<NounPhrase> body = by(verb + 1);
            boolean person = subject.filter(this::isAccused).isPresent();
            if (subject.filter(this::isNone).isPresent()) return Optional.empty();
            if (pattern.passive() && person)
                return Optional.of(new ActionFrame(
                        verb,
                        grammar.verbGroupStart(verb),
                        end,
                        pattern.kind(),
                        body,
                        subject,
                        offence(end),
                        "action.passive"));
            if (!pattern.thingPassive()) return Optional.empty();
            return Optional.of(new ActionFrame(
                    verb,
                    grammar.verbGroupStart(verb),
                    end,
                    pattern.kind(),
                    body,
                    accusedAfter(verb + 1, Set.of("against", "contra")),
                    offence(end),
                    "action.passive-case"));
        }

        private Optional<NounPhrase> accused(int end) {
            return switch (pattern.accused()) {
                case "object" ->
                    grammar.findPhraseFrom(verb + 1)
                            .map(subjects::withApposition)
                            .filter(this::isAccused)
                            .or(() -> grammar.findPhraseFrom(
                                            grammar.isAny(verb + 1, Set.of("a", "al")) ? verb + 2 : verb + 1)
                                    .filter(this::isAccused));
                case "a" ->
                    accusedAfter(verb + 1, Set.of("a", "al"))
                            .or(() -> grammar.findPhraseFrom(verb + 1)
                                    .map(subjects::withApposition)
                                    .filter(this::isAccused));
                case "contra" -> accusedAfter(verb + 1, Set.of("contra"));
                case "against" -> accusedAfter(verb + 1, Set.of("against", "into"));
                case "for" -> accusedAfter(end, Set.of("for", "against"));
                case "of" -> accusedAfter(end, Set.of("of"));
                default -> Optional.empty();
            };
        }

        private Optional<NounPhrase> accusedAfter(int from, Set<String> prepositions) {
            for (int i = from; i < from + REACH && grammar.sentence().holds(i); i++) {
                if (grammar.isMark(i, ".") || grammar.isMark(i, ";")) break;
                if (!grammar.isAny(i, prepositions)) continue;
                Optional<NounPhrase> phrase = grammar.findPhraseFrom(grammar.is(i, "al") ? i : i + 1)
                        .map(subjects::withApposition)
                        .filter(this::isAccused);
                if (phrase.isPresent()) return phrase;
            }
            return Optional.empty();
        }

        private boolean isCourt(NounPhrase phrase) {
            for (int i = phrase.first(); i < phrase.last(); i++)
                if (grammar.is(i, WordClass.JUDICIAL_BODY)
                        || grammar.isAny(i, Set.of("juez", "jueza", "fiscal", "magistrado", "judge", "prosecutor")))
                    return true;
            return false;
        }

        private boolean isAccused(NounPhrase phrase) {
            for (int i = phrase.first(); i < phrase.last(); i++) {
                if (grammar.word(i).reading().isAny(ACCUSED)) return true;
                if (grammar.word(i).isCapitalised()
                        && (i > grammar.sentence().first()
                                || !grammar.word(i).reading().isKnown())) return true;
            }
            return false;
        }

        /// "no charges have been filed", "ninguno de los agentes"
        private boolean isNone(NounPhrase phrase) {
            return grammar.isAny(phrase.first(), NOBODY) || grammar.isAny(phrase.first() - 1, NOBODY);
        }

        private Optional<NounPhrase> by(int from) {
            for (int i = from; i < from + 8 && grammar.sentence().holds(i); i++) {
                if (!grammar.isAny(i, Set.of("por", "by"))) continue;
                Optional<NounPhrase> phrase = grammar.findPhraseFrom(i + 1)
                        .filter(found -> grammar.word(found.head())
                                .reading()
                                .isAny(EnumSet.of(
                                        WordClass.JUDICIAL_BODY,
                                        WordClass.STATE_BODY,
                                        WordClass.OFFICIAL,
                                        WordClass.STATE_FORCE)));
                if (phrase.isPresent()) return phrase;
            }
            return Optional.empty();
        }

        private Optional<NounPhrase> offence(int end) {
            for (int i = end; i < end + REACH && grammar.sentence().holds(i); i++) {
                if (grammar.isMark(i, ".") || grammar.isMark(i, ";")) break;
                if (grammar.isAny(i, Set.of("por", "for", "with", "of"))) {
                    Optional<NounPhrase> phrase = grammar.findPhraseFrom(i + 1)
                            .filter(found -> !isAccused(found)
                                    || !grammar.word(found.head()).reading().isAny(ACCUSED));
                    if (phrase.isPresent()) return phrase;
                }
            }
            return Optional.empty();
        }
    }
}
