package org.constancia.linkage.name;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// A name as its words, with the particles (de, la, van, y) folded away: "DE LA CRUZ", "DELACRUZ" and "CRUZ"
/// are one.
public final class NameWords {
    private static final Set<String> PARTICLES = Set.of(
            "DE", "DEL", "LA", "LAS", "LOS", "EL", "Y", "E", "DA", "DO", "DOS", "DAS", "DI", "VAN", "VON", "DER", "DEN",
            "BIN", "IBN", "AL", "VIUDA", "VDA");
    private static final int SHORTEST_JOINED = 4;

    private NameWords() {}

    /// The words of `letters`, particles left out unless nothing else is there.
    public static List<byte[]> of(byte[] letters) {
        List<byte[]> all = new ArrayList<>(3);
        List<byte[]> kept = new ArrayList<>(3);
        int start = 0;
        for (int i = 0; i <= letters.length; i++) {
            if (i == letters.length || letters[i] == ' ') {
                if (i > start) {
                    byte[] word = Arrays.copyOfRange(letters, start, i);
                    all.add(word);
                    if (!isParticle(word)) {
                        kept.add(withoutJoinedParticle(word));
                    }
                }
                start = i + 1;
            }
        }
        return kept.isEmpty() ? all : kept;
    }

    private static boolean isParticle(byte[] word) {
        return word.length <= 5 && PARTICLES.contains(text(word));
    }

    /// "DELACRUZ" and "DELOSRIOS" lose the particle; "DELGADO" keeps its first letters.
    private static byte[] withoutJoinedParticle(byte[] word) {
        String text = text(word);
        for (String joined : new String[] {"DELOS", "DELAS", "DELA"}) {
            if (text.startsWith(joined) && word.length >= joined.length() + SHORTEST_JOINED) {
                return Arrays.copyOfRange(word, joined.length(), word.length);
            }
        }
        return word;
    }

    private static String text(byte[] word) {
        return new String(word, java.nio.charset.StandardCharsets.ISO_8859_1);
    }
}
