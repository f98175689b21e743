package org.constancia.linkage.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.constancia.linkage.LinkageResult;
import org.constancia.linkage.record.People;
import org.constancia.linkage.review.Label;
import org.constancia.linkage.review.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a person decided holds, against the model if need be, and can be taken back by leaving it out.
class L09_ReviewerDecidesTest {
    @TempDir
    Path folder;

    private People people() {
        return Lists.people(
                folder,
                "x1,L1,CARMEN,LUCIA,MONTENEGRO,ROA,F,1970-05-12,2001-03-04,HOMICIDIO,05001,43111222",
                "x2,L2,CARMEN,LUCIA,MONTENEGRO,ROA,F,1970-05-12,2001-03-04,HOMICIDIO,05001,43111222",
                "x3,L2,AURA,,PELAEZ,,F,,1999-01-01,HOMICIDIO,11001,");
    }

    @Test
    void differentPartsAndSameJoins() {
        People people = people();
        int one = Lists.number(people, "x1");
        int two = Lists.number(people, "x2");
        int three = Lists.number(people, "x3");
        LinkageResult result = Lists.link(
                people, new Label(one, two, Verdict.DIFFERENT, "ana"), new Label(one, three, Verdict.SAME, "ana"));
        assertThat(Lists.together(result, "x1", "x2")).isFalse();
        assertThat(Lists.together(result, "x1", "x3")).isTrue();
    }

    @Test
    void withoutTheLabelTheModelDecidesAgain() {
        assertThat(Lists.together(Lists.link(people()), "x1", "x2")).isTrue();
    }
}
