package org.constancia.linkage.block;

import java.util.ArrayList;
import java.util.List;
import org.constancia.linkage.record.People;
import org.constancia.linkage.record.WordColumn;

/// The blocking rules tried on any table of people, the most telling first.
///
/// They reach a person by name and year, by name and place, by day and place, by document (whole, first or
/// second half), by sound, by nearly the same letters, with the first surname dropped, with the given names
/// in another order, with given name and surname exchanged. Other columns are used together with a name or
/// the year of birth, and by themselves where a value is shared by few.
public final class DefaultRules {
    private static final List<String> PEOPLE = List.of(
            "doc",
            "email",
            "given surname birth.year",
            "given surname event.year|given surname2 event.year",
            "surname surname2 event.year",
            "surname surname2 birth.year",
            "given surname surname2",
            "birth surname[1]|birth given[1]",
            "event place surname[1]|event place given[1]",
            "given surname place",
            "surname surname2 place",
            "given[3] surname[3] event.month",
            "given surname birth.year|given surname2 birth.year|given2 surname birth.year|given2 surname2 birth.year",
            "given surname event.year|given2 surname event.year",
            "event given[2] department|event surname[2] department",
            "given[3] event.month place",
            "given[3] surname[3] birth.month",
            "given~ surname~ event.year|given~ surname~ birth.year",
            "given~ surname~ department",
            "doc< surname[1]|doc< given[1]",
            "doc> surname[1]|doc> given[1]",
            "surname[3] place event.year",
            "event surname[2]",
            "birth",
            "event place",
            "given~ surname~",
            "given surname|surname given",
            "doc<|doc>");

    /// Rules whose pairs resemble each other for reasons no kind of pair stands for; the model is not fitted
    /// to them.
    private static final List<String> SEARCHING = List.of(
            "birth.day surname given[1]|birth.day given surname[1]",
            "birth.day surname[3]|birth.day given[3]",
            "names#1 birth.year|names#2 birth.year",
            "names#1 event.year|names#2 event.year",
            "names#1 place|names#2 place");

    /// Tables of so few pairs (a thousand records) are compared whole.
    private static final long ALL_PAIRS = 520_000;

    private DefaultRules() {}

    /// Rules that only search, to be tried after the usual ones of a table.
    public static List<BlockingRule> searching(People people) {
        return isComparedWhole(people)
                ? List.of()
                : SEARCHING.stream().map(BlockingRule::parse).toList();
    }

    private static boolean isComparedWhole(People people) {
        return (long) people.size() * (people.size() - 1) / 2 <= ALL_PAIRS;
    }

    /// The usual rules for a table, whose pairs the model knows the kinds of; those that need a column it
    /// lacks are left out by the plan.
    public static List<BlockingRule> of(People people) {
        if (isComparedWhole(people)) {
            return List.of(BlockingRule.parse("*"));
        }
        List<BlockingRule> rules = new ArrayList<>();
        PEOPLE.forEach(rule -> rules.add(BlockingRule.parse(rule)));
        for (WordColumn column : people.words()) {
            String name = column.name().strip();
            if (name.matches("\\S+")) {
                switch (column.role()) {
                    case TEXT, CODE -> {
                        rules.add(BlockingRule.parse("given " + name));
                        rules.add(BlockingRule.parse("surname " + name));
                        rules.add(BlockingRule.parse("birth.year " + name));
                    }
                    case EMAIL -> rules.add(BlockingRule.parse("email<"));
                    case ID,
                            LIST,
                            GIVEN_NAME,
                            SECOND_GIVEN_NAME,
                            SURNAME,
                            SECOND_SURNAME,
                            FULL_NAME,
                            SEX,
                            BIRTH_DATE,
                            EVENT_DATE,
                            PLACE_CODE,
                            DOCUMENT,
                            CATEGORY,
                            IGNORED -> {}
                }
            }
        }
        return rules;
    }
}
