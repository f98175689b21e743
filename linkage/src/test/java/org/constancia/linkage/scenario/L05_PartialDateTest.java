package org.constancia.linkage.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.constancia.linkage.LinkageResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A date known to the month or the year is neither missing nor different.
class L05_PartialDateTest {
    @TempDir
    Path folder;

    @Test
    void aYearAgreesWithADayOfThatYear() {
        LinkageResult result = Lists.link(Lists.people(
                folder,
                "x1,L1,CARMEN,LUCIA,MONTENEGRO,ROA,F,1970,2001-03,HOMICIDIO,05001,",
                "x2,L2,CARMEN,LUCIA,MONTENEGRO,ROA,F,1970-05-12,2001-03-04,HOMICIDIO,05000,"));
        assertThat(Lists.together(result, "x1", "x2")).isTrue();
    }
}
