package org.constancia.linkage.record;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An identity document as it was written: its kind, where it is told, and its number.
///
/// "C.C. 12.345.678" is a citizenship card (CC) with the number 12345678. A person has different numbers on
/// documents of different kinds (in Colombia a child's TI and the later CC), so that only numbers of one kind
/// can contradict each other.
///
/// @param kind the kind in capital letters, empty when none is told
/// @param number letters and digits in capitals, without leading zeros
public record DocumentNumber(Optional<String> kind, String number) {
    private static final Pattern KIND = Pattern.compile(
            "^(CC|TI|RC|CE|NUIP|NIP|PA|PAS|PEP|PPT|DNI|CURP|CI|CEDULA|PASAPORTE|PASSPORT)[ :N-]*(?=[0-9])");

    public static DocumentNumber parse(String text) {
        String letters = text.toUpperCase(Locale.ROOT).replaceAll("[.,_/]", "").strip();
        Matcher kind = KIND.matcher(letters);
        boolean told = kind.find();
        String number = (told ? letters.substring(kind.end()) : letters)
                .replaceAll("[^A-Z0-9]", "")
                .replaceFirst("^0+", "");
        return new DocumentNumber(told ? Optional.of(canonical(kind.group(1))) : Optional.empty(), number);
    }

    private static String canonical(String kind) {
        return switch (kind) {
            case "CEDULA" -> "CC";
            case "PASAPORTE", "PASSPORT", "PAS" -> "PA";
            default -> kind;
        };
    }

    /// Whether both can be documents of one kind.
    public boolean isComparable(DocumentNumber other) {
        return kind.isEmpty() || other.kind.isEmpty() || kind.equals(other.kind);
    }
}
