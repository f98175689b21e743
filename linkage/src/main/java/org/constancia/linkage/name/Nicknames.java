package org.constancia.linkage.name;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/// The everyday forms of given names, Spanish and English: Pacho is Francisco, Bob is Robert.
///
/// The table `nicknames.csv` has one formal name a line followed by its everyday forms, without accents. A
/// form that several names share (Chepe, Alex) belongs to the first line that has it.
public final class Nicknames {
    private static final Nicknames BUNDLED = load();

    private final Map<String, String> formal;

    private Nicknames(Map<String, String> formal) {
        this.formal = formal;
    }

    /// The table that comes with Constancia.
    public static Nicknames bundled() {
        return BUNDLED;
    }

    /// The formal name of `letters`, or `letters` itself when it is no known everyday form.
    public byte[] formal(byte[] letters) {
        String name = formal.get(new String(letters, StandardCharsets.ISO_8859_1));
        return name == null ? letters : name.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static Nicknames load() {
        Map<String, String> formal = new HashMap<>();
        try (InputStream stream = Objects.requireNonNull(Nicknames.class.getResourceAsStream("nicknames.csv"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.ISO_8859_1))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] names = line.split(",", -1);
                for (int i = 1; i < names.length; i++) {
                    formal.putIfAbsent(names[i], names[0]);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Nicknames(formal);
    }
}
