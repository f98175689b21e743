package org.constancia.evidence.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {
    /// RFC 8785, section 3.2.2 and 3.2.3: the example and its canonical form.
    @Test
    void theExampleOfTheStandardGetsItsCanonicalForm() {
        String example = """
                {
                  "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
                  "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
                  "literals": [null, true, false]
                }
                """;
        assertThat(CanonicalJson.text(JsonReader.read(example)))
                .isEqualTo("{\"literals\":[null,true,false],\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                        + "\"string\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    }

    /// RFC 8785, section 3.2.3: sorting by UTF-16 code units.
    @Test
    void namesAreSortedByTheirUtf16Units() {
        String example = """
                {"\\u20ac":"Euro Sign","\\r":"Carriage Return","\\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One",
                 "\\ud83d\\ude00":"Emoji: Grinning Face","\\u0080":"Control","\\u00f6":"Latin Small Letter O With Diaeresis"}
                """;
        assertThat(CanonicalJson.text(JsonReader.read(example)))
                .isEqualTo("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                        + "\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\","
                        + "\"\ud83d\ude00\":\"Emoji: Grinning Face\","
                        + "\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
    }

    /// RFC 8785, appendix B.
    @ParameterizedTest
    @CsvSource({
        "0000000000000000,0",
        "8000000000000000,0",
        "0000000000000001,5e-324",
        "8000000000000001,-5e-324",
        "7fefffffffffffff,1.7976931348623157e+308",
        "ffefffffffffffff,-1.7976931348623157e+308",
        "4340000000000000,9007199254740992",
        "c340000000000000,-9007199254740992",
        "4430000000000000,295147905179352830000",
        "44b52d02c7e14af5,9.999999999999997e+22",
        "44b52d02c7e14af6,1e+23",
        "44b52d02c7e14af7,1.0000000000000001e+23",
        "444b1ae4d6e2ef4e,999999999999999700000",
        "444b1ae4d6e2ef4f,999999999999999900000",
        "444b1ae4d6e2ef50,1e+21",
        "3eb0c6f7a0b5ed8c,9.999999999999997e-7",
        "3eb0c6f7a0b5ed8d,0.000001",
        "41b3de4355555553,333333333.3333332",
        "41b3de4355555554,333333333.33333325",
        "41b3de4355555555,333333333.3333333",
        "41b3de4355555556,333333333.3333334",
        "41b3de4355555557,333333333.33333343",
        "becbf647612f3696,-0.0000033333333333333333",
        "43143ff3c1cb0959,1424953923781206.2"
    })
    void numbersAreWrittenAsInTheStandardsTable(String bits, String text) {
        double value = Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16));
        assertThat(CanonicalJson.number(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[1,]",
                "{\"a\":1,\"a\":2}",
                "{\"a\" 1}",
                "01",
                "1.",
                "+1",
                "NaN",
                "1e999",
                "\"\u0001\"",
                "\"\\x\"",
                "\"\\ud800\"",
                "\"\\u12g4\"",
                "tru",
                "1 2",
                "'a'",
                "[1 2]",
                "\"open"
            })
    void whatTwoReadersCouldUnderstandDifferentlyIsRefused(String text) {
        assertThatExceptionOfType(ConstanciaException.class)
                .isThrownBy(() -> JsonReader.read(text))
                .satisfies(failure -> assertThat(failure.problem()).isEqualTo(Problem.BAD_INPUT));
    }

    @Test
    void nestingHasALimitAndBytesMustBeUtf8() {
        assertThat(JsonReader.read("[".repeat(60) + "]".repeat(60))).isInstanceOf(Json.Array.class);
        assertThatExceptionOfType(ConstanciaException.class)
                .isThrownBy(() -> JsonReader.read("[".repeat(100_000) + "]".repeat(100_000)));
        assertThatExceptionOfType(ConstanciaException.class)
                .isThrownBy(() -> JsonReader.read(HexFormat.of().parseHex("22ff22")));
        assertThatExceptionOfType(ConstanciaException.class)
                .isThrownBy(() -> JsonReader.readObject("[]".getBytes(UTF_8)));
    }

    @Test
    void wholeNumbersBeyondTwoToThe53AreRefused() {
        assertThat(CanonicalJson.text(Json.whole(Json.MAX_WHOLE))).isEqualTo("9007199254740991");
        assertThatIllegalArgumentException().isThrownBy(() -> Json.whole(Json.MAX_WHOLE + 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Json.Number(Double.NaN));
        Json.Object object = JsonReader.readObject("{\"n\":12,\"f\":1.5,\"s\":\"x\"}".getBytes(UTF_8));
        assertThat(object.findWhole("n")).contains(12L);
        assertThat(object.findWhole("f")).isEmpty();
        assertThat(object.findWhole("s")).isEmpty();
        assertThat(object.findText("n")).isEmpty();
    }

    @Property(tries = 500)
    void anyTextAndNumberSurvive(@ForAll String text, @ForAll double number) {
        String whole = text.replaceAll("[\\ud800-\\udfff]", "");
        Json value = Json.object().with("text", whole).with("number", new Json.Number(number == 0 ? 0 : number));
        assertThat(JsonReader.read(CanonicalJson.bytes(value))).isEqualTo(value);
    }
}
