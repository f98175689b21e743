package org.constancia.linkage.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.constancia.linkage.LinkageResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Siblings killed together share surnames, day and place, and are different people.
class L06_SiblingsTest {
    @TempDir
    Path folder;

    @Test
    void siblingsOfOneEventAreNotOnePerson() {
        LinkageResult result = Lists.link(Lists.people(
                folder,
                "x1,L1,CARMEN,LUCIA,MONTENEGRO,ROA,F,1970-05-12,2001-03-04,HOMICIDIO,05001,",
                "x2,L1,JORGE,ENRIQUE,MONTENEGRO,ROA,M,1972-01-30,2001-03-04,HOMICIDIO,05001,",
                "x3,L2,JORGE,ENRIQUE,MONTENEGRO,ROA,M,,2001-03-04,HOMICIDIO,05001,",
                "x4,L2,CARMEN,,MONTENEGRO,ROA,F,,2001-03-04,HOMICIDIO,05001,"));
        assertThat(Lists.together(result, "x1", "x4")).isTrue();
        assertThat(Lists.together(result, "x2", "x3")).isTrue();
        assertThat(Lists.together(result, "x1", "x2")).isFalse();
    }
}
