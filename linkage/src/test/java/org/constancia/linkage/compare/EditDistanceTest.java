package org.constancia.linkage.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class EditDistanceTest {
    private final EditDistance distance = new EditDistance();

    @Test
    void noPartIsEditedTwice() {
        assertThat(distance.alignment(bytes("CA"), bytes("ABC"))).isEqualTo(3);
    }

    @Test
    void exchangedNeighboursAreOneEdit() {
        assertThat(distance.alignment(bytes("SILVA"), bytes("SIVLA"))).isEqualTo(1);
        assertThat(distance.levenshtein(bytes("SILVA"), bytes("SIVLA"))).isEqualTo(2);
    }

    @Property
    void agreesWithTheTable(
            @ForAll @CharRange(from = 'A', to = 'D') @StringLength(max = 64) String one,
            @ForAll @CharRange(from = 'A', to = 'D') @StringLength(max = 64) String other) {
        assertThat(distance.levenshtein(bytes(one), bytes(other))).isEqualTo(table(one, other, false));
        assertThat(distance.alignment(bytes(one), bytes(other))).isEqualTo(table(one, other, true));
    }

    @Property
    void isSymmetric(
            @ForAll @CharRange(from = 'A', to = 'D') @StringLength(max = 64) String one,
            @ForAll @CharRange(from = 'A', to = 'D') @StringLength(max = 64) String other) {
        assertThat(distance.alignment(bytes(one), bytes(other)))
                .isEqualTo(distance.alignment(bytes(other), bytes(one)));
    }

    private static int table(String one, String other, boolean exchange) {
        int[][] cost = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int replaced = cost[i - 1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                cost[i][j] = Math.min(replaced, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
                if (exchange
                        && i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[one.length()][other.length()];
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
