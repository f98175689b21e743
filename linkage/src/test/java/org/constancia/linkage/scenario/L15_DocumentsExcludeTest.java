package org.constancia.linkage.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.constancia.linkage.Linkage;
import org.constancia.linkage.LinkageResult;
import org.constancia.linkage.LinkageSettings;
import org.constancia.linkage.record.People;
import org.constancia.linkage.review.Label;
import org.constancia.linkage.review.Labels;
import org.constancia.linkage.review.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where documents are known to be right, two people with different ones are two people, however alike the rest is. A
/// slip
/// of the pen is no contradiction, nor is a child's card beside an adult's.
class L15_DocumentsExcludeTest {
    private static final String PERSON = "%s,%s,CARMEN,LUCIA,MONTENEGRO,ROA,F,1970-05-12,2001-03-04,HOMICIDIO,05001,%s";

    @TempDir
    Path folder;

    private boolean together(boolean exclude, String document, String other, Label... labels) {
        People people =
                Lists.people(folder, PERSON.formatted("x1", "L1", document), PERSON.formatted("x2", "L2", other));
        LinkageSettings settings = new LinkageSettings(0, Double.NaN, false, Set.of(), exclude, List.of(), 1);
        LinkageResult result = Linkage.of(people, settings).run(new Labels(List.of(labels)));
        return Lists.together(result, "x1", "x2");
    }

    @Test
    void differentNumbersPartOnlyWhereTheyAreSaidToExclude() {
        assertThat(together(false, "43111222", "98765004")).isTrue();
        assertThat(together(true, "43111222", "98765004")).isFalse();
    }

    @Test
    void aSlipOfThePenIsNoContradiction() {
        assertThat(together(true, "43111222", "43112122")).isTrue();
    }

    @Test
    void documentsOfTwoKindsDoNotContradict() {
        assertThat(together(true, "TI 98765004", "C.C. 43.111.222")).isTrue();
        assertThat(together(true, "CC 98765004", "C.C. 43.111.222")).isFalse();
    }

    @Test
    void aReviewerGoesBeforeTheDocument() {
        assertThat(together(true, "43111222", "98765004", new Label(0, 1, Verdict.SAME, "ana")))
                .isTrue();
    }
}
