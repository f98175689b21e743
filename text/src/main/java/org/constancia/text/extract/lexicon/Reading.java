package org.constancia.text.extract.lexicon;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// Everything the lexicon knows of one word form: its classes, its readings as a verb, the affected groups it names.
/// Which of them holds is decided by the words around it.
public final class Reading {
    static final Reading UNKNOWN = new Reading(EnumSet.noneOf(WordClass.class), List.of(), List.of());

    private final EnumSet<WordClass> classes;
    private final List<VerbForm> verbs;
    private final List<String> groups;

    Reading(Set<WordClass> classes, List<VerbForm> verbs, List<String> groups) {
        this.classes = classes.isEmpty() ? EnumSet.noneOf(WordClass.class) : EnumSet.copyOf(classes);
        this.verbs = List.copyOf(verbs);
        this.groups = List.copyOf(groups);
    }

    public boolean is(WordClass wordClass) {
        return classes.contains(wordClass);
    }

    public boolean isAny(Set<WordClass> any) {
        for (WordClass wordClass : any) if (classes.contains(wordClass)) return true;
        return false;
    }

    public List<VerbForm> verbs() {
        return verbs;
    }

    public boolean isVerb(Predicate<VerbForm> test) {
        for (VerbForm form : verbs) if (test.test(form)) return true;
        return false;
    }

    public List<String> groups() {
        return groups;
    }

    public boolean isKnown() {
        return !classes.isEmpty() || !verbs.isEmpty();
    }

    /// Both readings together.
    public Reading and(Reading other) {
        EnumSet<WordClass> together = EnumSet.copyOf(classes);
        together.addAll(other.classes);
        List<VerbForm> forms = new ArrayList<>(verbs);
        for (VerbForm form : other.verbs) if (!forms.contains(form)) forms.add(form);
        List<String> sectors = new ArrayList<>(groups);
        for (String group : other.groups) if (!sectors.contains(group)) sectors.add(group);
        return new Reading(together, forms, sectors);
    }
}
