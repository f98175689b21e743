package org.constancia.linkage.report;

/// Hides the values of people in a report that may travel: the first letter of each word stays, digits become
/// dots.
final class Mask {
    private Mask() {}

    static String of(String value) {
        StringBuilder masked = new StringBuilder(value.length());
        boolean inWord = false;
        for (int i = 0; i < value.length(); i++) {
            char letter = value.charAt(i);
            if (Character.isDigit(letter)) {
                masked.append('•');
                inWord = true;
            } else if (Character.isLetter(letter)) {
                masked.append(inWord ? '•' : letter);
                inWord = true;
            } else {
                masked.append(letter);
                inWord = false;
            }
        }
        return masked.toString();
    }
}
