package org.constancia.text.extract.incident;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Links the noun groups of a sentence to its triggers: object and subject, passive subject and "by", "of" and "by"
/// behind nouns, possessors, lists and appositions, and what stands farther away in the sentence.
final class LinkFinder {
    private static final Set<String> PLACING = Set.of(
            "against", "on", "at", "in", "near", "outside", "inside", "under", "with", "using", "from", "to", "toward",
            "for", "between", "of", "by", "into", "over", "across", "behind", "through");
    private static final Set<String> CARRYING = Set.of(
            "committed",
            "perpetrated",
            "carried",
            "staged",
            "launched",
            "executed",
            "planned",
            "conducted",
            "made",
            "done",
            "organized",
            "caused",
            "provoked");

    private final SentenceGroups sentence;
    private final List<Link> links = new ArrayList<>();

    LinkFinder(SentenceGroups sentence) {
        this.sentence = sentence;
        for (Trigger trigger : sentence.triggers()) {
            switch (trigger.form()) {
                case ACTIVE -> active(trigger);
                case PASSIVE -> passive(trigger);
                case NOUN -> noun(trigger);
            }
        }
    }

    List<Link> links() {
        return links;
    }

    private void active(Trigger trigger) {
        List<Group> groups = sentence.groups();
        int subject = subjectBefore(trigger.first());
        int object = firstFrom(trigger.last());
        for (int i = 0; i < groups.size(); i++) {
            Group group = groups.get(i);
            if (i == subject) add(group, trigger, "agent");
            else if (isListedBefore(i, subject)) add(group, trigger, "agent+");
            else if (i == object && isDirect(trigger.last(), group)) add(group, trigger, "patient");
            else if (object >= 0 && i > object && isDirect(trigger.last(), groups.get(object)) && isListed(object, i))
                add(group, trigger, "patient+");
            else elsewhere(group, trigger, i);
        }
    }

    private void passive(Trigger trigger) {
        List<Group> groups = sentence.groups();
        int subject = subjectBefore(trigger.first());
        int agent = agentAfter(trigger.last());
        for (int i = 0; i < groups.size(); i++) {
            Group group = groups.get(i);
            if (i == subject) add(group, trigger, "patient");
            else if (isListedBefore(i, subject)) add(group, trigger, "patient+");
            else if (i == agent) add(group, trigger, "agent");
            else if (agent >= 0 && i > agent && isListed(agent, i)) add(group, trigger, "agent+");
            else elsewhere(group, trigger, i);
        }
    }

    private void noun(Trigger trigger) {
        List<Group> groups = sentence.groups();
        int agent = agentAfter(trigger.last());
        int patient = -1;
        for (int i = 0; i < groups.size(); i++) {
            Group group = groups.get(i);
            boolean of = group.preposition().equals("of") && isRightAfter(trigger, group);
            boolean against = Set.of("against", "on").contains(group.preposition())
                    && group.first() >= trigger.last()
                    && group.first() - trigger.last() <= 6;
            boolean owner = group.possessive() && group.last() < trigger.first() && trigger.first() - group.last() <= 3;
            if (of || owner || against && patient < 0) {
                add(group, trigger, of ? "patient" : owner ? "owner" : "against");
                patient = i;
            } else if (i == agent) add(group, trigger, "agent");
            else if (patient >= 0 && i > patient && isListed(patient, i)) add(group, trigger, "patient+");
            else if (agent >= 0 && i > agent && isListed(agent, i)) add(group, trigger, "agent+");
            else if (i == doerOf(trigger)) add(group, trigger, "doer");
            else if (group.first() <= trigger.first() && trigger.first() < group.last()) add(group, trigger, "self");
            else elsewhere(group, trigger, i);
        }
    }

    private boolean isRightAfter(Trigger trigger, Group group) {
        return group.first() >= trigger.last() && group.first() - trigger.last() <= 3;
    }

    /// "guerrillas carried out an attack": the subject of the verb that has the noun as its object.
    private int doerOf(Trigger trigger) {
        for (int i = trigger.first() - 1;
                i >= Math.max(trigger.first() - 6, sentence.grammar().sentence().first());
                i--)
            if (sentence.tag(i) == 'V'
                    && CARRYING.contains(sentence.grammar().word(i).form())) return subjectBefore(i);
        return -1;
    }

    /// The nearest group before a verb that no preposition leads to; with none, the nearest.
    private int subjectBefore(int verb) {
        List<Group> groups = sentence.groups();
        int nearest = -1;
        for (int i = groups.size() - 1; i >= 0; i--) {
            Group group = groups.get(i);
            if (group.last() > verb) continue;
            if (nearest < 0) nearest = i;
            if (group.possessive()) continue;
            if (group.preposition().isEmpty() && !isApposition(i)) return i;
            if (verb - group.last() > 25) break;
        }
        return nearest;
    }

    /// "castellar, mayor of achi, was": a group between commas that describes the one before.
    private boolean isApposition(int index) {
        if (index == 0) return false;
        Group group = sentence.groups().get(index);
        Group before = sentence.groups().get(index - 1);
        boolean afterComma = sentence.grammar().isMark(group.first() - 1, ",") && before.last() == group.first() - 1;
        return afterComma && before.is(Kind.NAME) && !group.is(Kind.NAME);
    }

    private int firstFrom(int at) {
        List<Group> groups = sentence.groups();
        for (int i = 0; i < groups.size(); i++) if (groups.get(i).first() >= at) return i;
        return -1;
    }

    private boolean isDirect(int verbEnd, Group group) {
        for (int i = verbEnd; i < group.first(); i++) {
            char tag = sentence.tag(i);
            if (tag == 'V' || tag == 'X' || tag == 'B' || tag == 'C' || tag == 'P') return false;
        }
        return true;
    }

    private int agentAfter(int at) {
        List<Group> groups = sentence.groups();
        for (int i = 0; i < groups.size(); i++) {
            Group group = groups.get(i);
            if (group.first() < at) continue;
            if (group.first() - at > 16) return -1;
            if (group.preposition().equals("by")) return i;
            if (sentence.grammar().is(group.first() - 2, "by")) return i;
        }
        return -1;
    }

    /// Whether only commas, "and", other members and their descriptions stand between two groups.
    private boolean isListed(int from, int to) {
        List<Group> groups = sentence.groups();
        if (to - from > 12) return false;
        for (int at = groups.get(from).last(); at < groups.get(to).first(); at++) {
            char tag = sentence.tag(at);
            boolean joins = tag == 'M'
                    || tag == 'D'
                    || tag == 'N'
                    || tag == 'S'
                    || tag == 'A'
                    || sentence.grammar().isMark(at, ",")
                    || sentence.grammar().isMark(at, ";")
                    || sentence.grammar().is(at, "and")
                    || sentence.grammar().is(at, "or")
                    || sentence.grammar().is(at, "of")
                    || sentence.grammar().isMark(at, "(")
                    || sentence.grammar().isMark(at, ")")
                    || sentence.grammar().is(at, "as")
                    || sentence.grammar().is(at, "well");
            if (!joins) return false;
        }
        return !groups.get(to).preposition().equals("of");
    }

    private boolean isListedBefore(int index, int subject) {
        return subject >= 0 && index < subject && isListed(index, subject);
    }

    private void elsewhere(Group group, Trigger trigger, int index) {
        boolean behind = group.first() >= trigger.last();
        if (behind && PLACING.contains(group.preposition()) && group.first() - trigger.last() <= 14)
            add(group, trigger, group.preposition());
        else add(group, trigger, behind ? "after" : "before");
    }

    private void add(Group group, Trigger trigger, String relation) {
        links.add(new Link(group, trigger, relation));
    }
}
