package org.constancia.linkage.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.constancia.linkage.LinkageResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The same person, written alike in two lists.
class L01_ExactDuplicateTest {
    @TempDir
    Path folder;

    @Test
    void theSameDetailsInTwoListsAreOnePerson() {
        LinkageResult result = Lists.link(Lists.people(
                folder,
                "x1,L1,CARMEN,LUCIA,MONTENEGRO,ROA,F,1970-05-12,2001-03-04,HOMICIDIO,05001,43111222",
                "x2,L2,CARMEN,LUCIA,MONTENEGRO,ROA,F,1970-05-12,2001-03-04,HOMICIDIO,05001,43111222"));
        assertThat(Lists.together(result, "x1", "x2")).isTrue();
    }
}
