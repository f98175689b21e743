package org.constancia.linkage.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.constancia.linkage.LinkageResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is not stated is no evidence: two empty records are not one person.
class L08_NothingStatedTest {
    @TempDir
    Path folder;

    @Test
    void recordsThatStateNothingStayAlone() {
        LinkageResult result = Lists.link(Lists.people(
                folder,
                "x1,L1,NN,,,,,,2001-03-04,HOMICIDIO,05001,",
                "x2,L2,N.N.,,SIN DATO,,,,2001-03-04,HOMICIDIO,05001,",
                "x3,L1,,,,,,,,,,",
                "x4,L2,,,,,,,,,,"));
        assertThat(Lists.together(result, "x1", "x2")).isFalse();
        assertThat(Lists.together(result, "x3", "x4")).isFalse();
    }
}
