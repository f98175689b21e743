package org.constancia.bench.people;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// Names with the skew of real Spanish ones: a few names carry a large share of the people, and a long tail
/// is rare.
///
/// The head is common names of the language in the order of their frequency; the tail is made of syllables.
/// Name `r` of the list has a weight of `1 / (r + 3)` (Zipf-Mandelbrot), so that the most common surname has
/// about 4 % of the people when the list has 20,000 names.
final class NamePool {
    private static final String[] MEN = {
        "JOSÉ",
        "LUIS",
        "CARLOS",
        "JUAN",
        "JORGE",
        "JESÚS",
        "PEDRO",
        "MANUEL",
        "FRANCISCO",
        "ANTONIO",
        "MIGUEL",
        "RAFAEL",
        "HERNANDO",
        "ÁLVARO",
        "FERNANDO",
        "JAIME",
        "ALBERTO",
        "RAMÓN",
        "PABLO",
        "DIEGO",
        "ANDRÉS",
        "JAVIER",
        "ALFONSO",
        "GUSTAVO",
        "EDGAR",
        "OSCAR",
        "HÉCTOR",
        "MARIO",
        "VÍCTOR",
        "HUGO",
        "ARTURO",
        "GERMÁN",
        "GUILLERMO",
        "SERGIO",
        "RICARDO",
        "ENRIQUE",
        "EDUARDO",
        "CÉSAR",
        "WILLIAM",
        "IVÁN",
        "DAVID",
        "DANIEL",
        "JULIO",
        "NELSON",
        "GABRIEL",
        "FABIO",
        "ORLANDO",
        "MARCO",
        "ARMANDO",
        "ALEJANDRO",
        "ROBERTO",
        "SANTIAGO",
        "FELIPE",
        "ERNESTO",
        "JOAQUÍN"
    };
    private static final String[] WOMEN = {
        "MARÍA",
        "ANA",
        "LUZ",
        "ROSA",
        "CARMEN",
        "BLANCA",
        "MARTHA",
        "GLORIA",
        "SANDRA",
        "CLAUDIA",
        "OLGA",
        "ISABEL",
        "PATRICIA",
        "LUISA",
        "TERESA",
        "ELENA",
        "ADRIANA",
        "NANCY",
        "BEATRIZ",
        "STELLA",
        "ESPERANZA",
        "FLOR",
        "CECILIA",
        "MARLENE",
        "GLADYS",
        "YOLANDA",
        "MARGARITA",
        "DIANA",
        "ÁNGELA",
        "CATALINA",
        "PAOLA",
        "JULIA",
        "INÉS",
        "AMPARO",
        "MERCEDES",
        "LEIDY",
        "YENNY",
        "LILIANA",
        "MÓNICA",
        "CAROLINA",
        "ANDREA",
        "NATALIA",
        "ALBA",
        "DORIS",
        "ELVIRA"
    };
    private static final String[] SURNAMES = {
        "RODRÍGUEZ",
        "GÓMEZ",
        "GONZÁLEZ",
        "MARTÍNEZ",
        "GARCÍA",
        "LÓPEZ",
        "HERNÁNDEZ",
        "SÁNCHEZ",
        "RAMÍREZ",
        "PÉREZ",
        "DÍAZ",
        "MUÑOZ",
        "ROJAS",
        "MORENO",
        "JIMÉNEZ",
        "TORRES",
        "VARGAS",
        "GUTIÉRREZ",
        "RUIZ",
        "CASTRO",
        "ÁLVAREZ",
        "ROMERO",
        "SUÁREZ",
        "ORTIZ",
        "MOSQUERA",
        "VALENCIA",
        "CASTILLO",
        "QUINTERO",
        "RESTREPO",
        "GIRALDO",
        "MORALES",
        "RIVERA",
        "HERRERA",
        "CÁRDENAS",
        "OSORIO",
        "MEJÍA",
        "PARRA",
        "ARIAS",
        "MENDOZA",
        "CORTÉS",
        "GUERRERO",
        "SALAZAR",
        "MARÍN",
        "ACOSTA",
        "MONTOYA",
        "CÓRDOBA",
        "RINCÓN",
        "PALACIOS",
        "MEDINA",
        "VELÁSQUEZ",
        "BEDOYA",
        "ZAPATA",
        "CARDONA",
        "VÁSQUEZ",
        "DE LA CRUZ",
        "DE LA ROSA",
        "DEL RÍO",
        "BUITRAGO",
        "OCAMPO",
        "BOLAÑOS",
        "CAICEDO",
        "HURTADO",
        "IBARRA"
    };
    private static final String[] SYLLABLES = {
        "BA", "BE", "BI", "BO", "CA", "CO", "CU", "CHA", "CHI", "DA", "DE", "DO", "FA", "FE", "GA", "GO", "GUA", "GUE",
                "HE",
        "JA", "JI", "JU", "LA", "LE", "LI", "LLA", "LLO", "MA", "ME", "MI", "MO", "NA", "NI", "ÑA", "ÑO", "PA", "PE",
                "PI",
        "QUI", "QUE", "RA", "RE", "RO", "SA", "SE", "SI", "SO", "TA", "TE", "TO", "TU", "VA", "VE", "VI", "YA", "YE",
                "ZA",
        "ZU"
    };
    private static final String[] ENDINGS = {"", "L", "N", "R", "S", "Z", "NO", "LES", "RES", "RO", "TE", "RA", "DO"};

    private final List<String> names;
    private final double[] cumulative;

    private NamePool(List<String> names) {
        this.names = names;
        cumulative = new double[names.size()];
        double sum = 0;
        for (int rank = 0; rank < cumulative.length; rank++) {
            sum += 1.0 / (rank + 3);
            cumulative[rank] = sum;
        }
    }

    static NamePool men(int size, RandomGenerator random) {
        return grown(MEN, size, random);
    }

    static NamePool women(int size, RandomGenerator random) {
        return grown(WOMEN, size, random);
    }

    static NamePool surnames(int size, RandomGenerator random) {
        return grown(SURNAMES, size, random);
    }

    private static NamePool grown(String[] head, int size, RandomGenerator random) {
        List<String> names = new ArrayList<>(List.of(head));
        while (names.size() < size) {
            StringBuilder name = new StringBuilder();
            int syllables = 2 + random.nextInt(2);
            for (int i = 0; i < syllables; i++) {
                name.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
            }
            names.add(name.append(ENDINGS[random.nextInt(ENDINGS.length)]).toString());
        }
        return new NamePool(names);
    }

    String draw(RandomGenerator random) {
        double at = random.nextDouble() * cumulative[cumulative.length - 1];
        int low = 0;
        int high = cumulative.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cumulative[middle] < at) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return names.get(low);
    }
}
