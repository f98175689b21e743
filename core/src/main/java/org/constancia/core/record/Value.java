package org.constancia.core.record;

import java.util.Locale;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.core.time.PartialDate;

/// What a statement says of its subject's property. [#text()] is the stored form, and `parse` reads it back.
public sealed interface Value {
    String text();

    record Text(String text) implements Value {
        public Text {
            if (text.isBlank()) throw new ConstanciaException(Problem.BAD_INPUT, "A statement needs a value");
        }
    }

    record Code(String text) implements Value {
        public Code {
            if (text.isBlank()) throw new ConstanciaException(Problem.BAD_INPUT, "A statement needs a value");
        }
    }

    record Date(PartialDate date) implements Value {
        @Override
        public String text() {
            return date.text();
        }
    }

    record Number(long number) implements Value {
        @Override
        public String text() {
            return Long.toString(number);
        }
    }

    record Degrees(double degrees) implements Value {
        public Degrees {
            if (!(degrees >= -180 && degrees <= 180)) {
                throw new ConstanciaException(Problem.BAD_INPUT, "A coordinate lies between -180 and 180 degrees")
                        .with("degrees", degrees);
            }
        }

        @Override
        public String text() {
            return String.format(Locale.ROOT, "%.6f", degrees);
        }
    }

    record Reference(EntityId target) implements Value {
        @Override
        public String text() {
            return target.toString();
        }
    }

    /// Reads the stored form.
    ///
    /// @throws ConstanciaException with [Problem#BAD_INPUT] when the text is not a value of this type
    static Value parse(ValueType type, String text) {
        return switch (type) {
            case TEXT -> new Text(text);
            case CODE -> new Code(text);
            case DATE -> new Date(PartialDate.parse(text));
            case NUMBER -> new Number(number(text));
            case DEGREES -> new Degrees(degrees(text));
            case REFERENCE -> new Reference(EntityId.parse(text));
        };
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException malformed) {
            throw new ConstanciaException(Problem.BAD_INPUT, "This is not a whole number", malformed)
                    .with("text", text);
        }
    }

    private static double degrees(String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException malformed) {
            throw new ConstanciaException(Problem.BAD_INPUT, "This is not a coordinate in degrees", malformed)
                    .with("text", text);
        }
    }
}
