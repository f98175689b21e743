package org.constancia.linkage.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.constancia.linkage.LinkageResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A common name in another place and year is another person.
class L07_NamesakesTest {
    @TempDir
    Path folder;

    @Test
    void namesakesAreDifferentPeople() {
        LinkageResult result = Lists.link(Lists.people(
                folder,
                "x1,L1,LUIS,,CANO,MESA,M,1940-05-12,1996-03-04,HOMICIDIO,05001,",
                "x2,L2,LUIS,,CANO,MESA,M,1981-11-02,2009-08-21,HOMICIDIO,23011,"));
        assertThat(Lists.together(result, "x1", "x2")).isFalse();
    }
}
