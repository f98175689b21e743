package org.constancia.linkage.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.constancia.linkage.LinkageResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Accents, particles and case are no difference.
class L02_AccentsAndParticlesTest {
    @TempDir
    Path folder;

    @Test
    void accentsParticlesAndCaseDoNotCount() {
        LinkageResult result = Lists.link(Lists.people(
                folder,
                "x1,L1,José,Ángel,De La Hoz,Ibáñez,M,1970-05-12,2001-03-04,HOMICIDIO,05001,",
                "x2,L2,JOSE,ANGEL,DELAHOZ,IBANEZ,M,1970-05-12,2001-03-04,HOMICIDIO,05001,"));
        assertThat(Lists.together(result, "x1", "x2")).isTrue();
    }
}
