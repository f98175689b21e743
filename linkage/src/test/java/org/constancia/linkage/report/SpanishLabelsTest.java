package org.constancia.linkage.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.constancia.linkage.compare.Comparison;
import org.constancia.linkage.compare.Comparisons;
import org.constancia.linkage.compare.Level;
import org.constancia.linkage.compare.Trait;
import org.constancia.linkage.model.PairKind;
import org.constancia.linkage.read.CsvTables;
import org.constancia.linkage.record.People;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpanishLabelsTest {
    @Test
    void everyOutcomeOfEveryComparisonIsCalledByItsNameInSpanish(@TempDir Path folder) throws Exception {
        Path list = Files.writeString(folder.resolve("list.csv"), """
                record_id,given1,given2,surname1,surname2,sex,birth_date,event_date,event_type,muni_code,doc_number
                1,ANA,LUZ,ARANGO,CANO,F,1970-01-02,2001-02-03,HOMICIDIO,05001,10203040
                2,INES,,DURAN,,F,1971-01-02,2001-02-04,HOMICIDIO,05002,10203041
                """);
        People people = People.of(CsvTables.read(List.of(list), Map.of(), Set.of()), 2026);
        List<Comparison> comparisons = new Comparisons(people).forWorker();
        assertThat(comparisons).hasSizeGreaterThan(7);
        for (Comparison comparison : comparisons) {
            for (Level level : comparison.levels()) {
                assertThat(SpanishLabels.find(level.label())).as(level.label()).isPresent();
            }
        }
    }

    @Test
    void everyKindOfPairIsCalledByItsNameInSpanish() {
        for (PairKind kind : PairKind.listFor(EnumSet.allOf(Trait.class))) {
            assertThat(SpanishLabels.find(kind.name())).as(kind.name()).isPresent();
        }
    }

    @Test
    void phraseStatedAndRarityAreTranslatedEach() {
        assertThat(SpanishLabels.find("equal (both have two), very rare"))
                .contains("igual (ambos tienen dos), muy raro");
        assertThat(SpanishLabels.find("first equal, second different, usual"))
                .contains("el primero igual, el segundo distinto, usual");
        assertThat(SpanishLabels.find("different people: [SURNAME, PLACE]"))
                .contains("personas distintas: apellido, lugar");
        assertThat(SpanishLabels.find("muni_code")).isEmpty();
    }
}
