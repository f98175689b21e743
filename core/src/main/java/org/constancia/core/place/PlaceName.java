package org.constancia.core.place;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// The form in which place names are compared: no accents, lower case, every run of other characters one blank.
///
/// "Bogotá, D.C." and "bogota d c" are equal; so are "San José" and "SAN JOSE".
public final class PlaceName {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private PlaceName() {}

    public static String normalise(String name) {
        String bare =
                MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
        return SEPARATORS.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }
}
