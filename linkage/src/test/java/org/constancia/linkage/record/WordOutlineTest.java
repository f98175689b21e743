package org.constancia.linkage.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/// The quick rejection of unlike words never rejects what sounds the same or is an everyday form.
class WordOutlineTest {
    private static NameIndex index(List<String> words) {
        NameIndex index = new NameIndex();
        words.forEach(word -> index.intern(word.getBytes(StandardCharsets.US_ASCII)));
        index.close();
        return index;
    }

    @Test
    void wordsOfOneSoundAndOtherLettersCanBeAlike() {
        NameIndex index = index(List.of("CRUZ", "KRUS", "CEVA", "SEBA", "CRUCES"));
        assertThat(WordOutline.canBeAlike(index.outline(0), index.outline(1))).isTrue();
        assertThat(WordOutline.canBeAlike(index.outline(2), index.outline(3))).isTrue();
    }

    @Test
    void anEverydayNameCanBeLikeTheFormalOne() {
        NameIndex index = index(List.of("FRANCISCO", "PACHO", "ELKIN"));
        assertThat(WordOutline.canBeAlike(index.outline(0), index.outline(1))).isTrue();
        assertThat(WordOutline.canBeAlike(index.outline(0), index.outline(2))).isFalse();
    }

    @Provide
    Arbitrary<List<String>> words() {
        return Arbitraries.strings()
                .withChars("CKSZVBAEI")
                .ofMinLength(1)
                .ofMaxLength(5)
                .list()
                .uniqueElements()
                .ofMinSize(2)
                .ofMaxSize(80);
    }

    @Property(tries = 200)
    void noPairOfOneSoundIsRejected(@ForAll("words") List<String> words) {
        NameIndex index = index(words);
        for (int one = 0; one < words.size(); one++) {
            for (int other = 0; other < one; other++) {
                if (index.sound(one) == index.sound(other)) {
                    assertThat(WordOutline.canBeAlike(index.outline(one), index.outline(other)))
                            .as(words.get(one) + " and " + words.get(other))
                            .isTrue();
                }
            }
        }
    }
}
