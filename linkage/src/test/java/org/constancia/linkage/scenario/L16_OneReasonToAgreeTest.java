package org.constancia.linkage.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.constancia.linkage.LinkageResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pairs are compared because a blocking rule asked for something they share, here an occupation. Without a kind of its
/// own
/// for them, the model takes what they share for the mark of one person: in a list of few columns and much noise it
/// then
/// expected 2.7 times the true pairs.
class L16_OneReasonToAgreeTest {
    private static final String[] OCCUPATIONS = {
        "AGRICULTOR", "MAESTRA", "SASTRE", "ARRIERO", "PARTERA", "JORNALERO", "TENDERO", "MINERO"
    };

    @TempDir
    Path folder;

    @Test
    void theExpectedPairsAreTheTruePairs() {
        SplittableRandom random = new SplittableRandom(5);
        StringBuilder text = new StringBuilder("id,given,surname,birth_date,birth_place,occupation\n");
        int truePairs = 0;
        for (int person = 0; person < 700; person++) {
            int records = 1 + random.nextInt(4);
            truePairs += records * (records - 1) / 2;
            String[] cells = {
                word(random, 60),
                word(random, 600),
                "18%02d-%02d-%02d".formatted(random.nextInt(100), 1 + random.nextInt(12), 1 + random.nextInt(28)),
                word(random, 80),
                OCCUPATIONS[random.nextInt(OCCUPATIONS.length)]
            };
            for (int record = 0; record < records; record++) {
                text.append(person).append('-').append(record);
                for (int cell = 0; cell < cells.length; cell++) {
                    text.append(',').append(told(cells[cell], cell, record, random));
                }
                text.append('\n');
            }
        }
        Path file = Lists.write(folder, "people.csv", text.toString(), StandardCharsets.UTF_8);
        LinkageResult result = Lists.link(Lists.read(file));
        assertThat(result.pairs().expectedMatches() / truePairs).isEqualTo(1, within(0.08));
    }

    private static String told(String cell, int column, int record, SplittableRandom random) {
        int accident = record == 0 ? 99 : random.nextInt(100);
        if (accident < 12) {
            return "";
        }
        if (accident < 25 && column < 2) {
            return cell.substring(0, 2) + (char) ('A' + random.nextInt(26)) + cell.substring(3);
        }
        return accident < 25 && column == 2 ? cell.substring(0, 4) : cell;
    }

    private static String word(SplittableRandom random, int distinct) {
        SplittableRandom letters =
                new SplittableRandom((long) (distinct * Math.pow(random.nextDouble(), 1.5)) * 31 + distinct);
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < 7; i++) {
            word.append((char) ('A' + letters.nextInt(26)));
        }
        return word.toString();
    }
}
