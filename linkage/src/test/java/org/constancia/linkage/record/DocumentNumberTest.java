package org.constancia.linkage.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class DocumentNumberTest {
    @Test
    void kindAndNumberAreTakenApart() {
        assertThat(DocumentNumber.parse("C.C. 12.345.678"))
                .isEqualTo(new DocumentNumber(Optional.of("CC"), "12345678"));
        assertThat(DocumentNumber.parse("cedula 0012345678"))
                .isEqualTo(new DocumentNumber(Optional.of("CC"), "12345678"));
        assertThat(DocumentNumber.parse("TI-98010112345"))
                .isEqualTo(new DocumentNumber(Optional.of("TI"), "98010112345"));
        assertThat(DocumentNumber.parse("12345678")).isEqualTo(new DocumentNumber(Optional.empty(), "12345678"));
    }

    @Test
    void lettersOfANumberAreNoKind() {
        assertThat(DocumentNumber.parse("AB123456")).isEqualTo(new DocumentNumber(Optional.empty(), "AB123456"));
    }

    @Test
    void documentsOfTwoKindsAreNotComparable() {
        DocumentNumber card = DocumentNumber.parse("CC 1");
        assertThat(card.isComparable(DocumentNumber.parse("TI 1"))).isFalse();
        assertThat(card.isComparable(DocumentNumber.parse("1"))).isTrue();
        assertThat(card.isComparable(DocumentNumber.parse("cc 2"))).isTrue();
    }
}
