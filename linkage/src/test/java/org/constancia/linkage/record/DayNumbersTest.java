package org.constancia.linkage.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DayNumbersTest {
    @ParameterizedTest
    @CsvSource({
        "1960-12-03, 19601203",
        "19601203, 19601203",
        "1960-12, 19601200",
        "196012, 19601200",
        "1960, 19600000",
        "03/12/1960, 19601203",
        "3-12-1960, 19601203",
        "1960/12/3, 19601203",
        "3 de diciembre de 1960, 19601203",
        "3 Dec 1960, 19601203",
        "12/1960, 19601200",
        "1960-12-03 00:00:00, 19601203",
        "19609931, 19609931",
        "hace tiempo, 0",
        "0000-00-00, 0"
    })
    void datesAreReadInManyForms(String text, int expected) {
        assertThat(DayNumbers.parse(text, false)).isEqualTo(expected);
    }

    @Test
    void theColumnTellsWhetherMonthsComeFirst() {
        assertThat(DayNumbers.isMonthFirst("12/25/1960")).isTrue();
        assertThat(DayNumbers.isMonthFirst("25/12/1960")).isFalse();
        assertThat(DayNumbers.parse("12/25/1960", true)).isEqualTo(19601225);
    }
}
