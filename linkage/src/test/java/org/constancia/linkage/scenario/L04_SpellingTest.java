package org.constancia.linkage.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.constancia.linkage.LinkageResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Spelling by sound, typing errors, everyday names, initials.
class L04_SpellingTest {
    @TempDir
    Path folder;

    @Test
    void aNameSpeltByItsSoundIsTheSame() {
        LinkageResult result = Lists.link(Lists.people(
                folder,
                "x1,L1,FRANCISCO,,VALLEJO,CEBALLOS,M,1970-05-12,2001-03-04,HOMICIDIO,05001,",
                "x2,L2,PACHO,,BAYEJO,SEBAYOS,M,1970-05-12,2001-03-04,HOMICIDIO,05001,"));
        assertThat(Lists.together(result, "x1", "x2")).isTrue();
    }

    @Test
    void anInitialAndAMissingSecondSurnameDoNotPart() {
        LinkageResult result = Lists.link(Lists.people(
                folder,
                "x1,L1,FRANCISCO,JAVIER,MONTENEGRO,ROA,M,1970-05-12,2001-03-04,HOMICIDIO,05001,",
                "x2,L2,F,,MONTENEGRO,,M,1970-05-12,2001-03-04,HOMICIDIO,05001,"));
        assertThat(Lists.together(result, "x1", "x2")).isTrue();
    }
}
