package org.constancia.app.accountability;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.constancia.core.record.CodeList.Stage;
import org.jspecify.annotations.Nullable;

/// How far justice got, counted by every definition from one set of stages. The unit is act × accused, so one act of
/// which three are accused counts three times.
///
/// Two definitions compete in Colombia and are always given together: a *conviction* (what the Inter-American Court
/// asks for), and *esclarecimiento* as the Fiscalía counts it: an arrest warrant or any stage beyond.
public final class Indicators {
    /// The stages that are counted, in the order in which a case reaches them.
    public static final List<Stage> STAGES = List.of(
            Stage.COMPLAINT, Stage.INQUIRY, Stage.WARRANT, Stage.CHARGE, Stage.TRIAL, Stage.VERDICT, Stage.SENTENCE);

    /// What an indicator counts; its code is part of addresses and of published figures.
    public enum Definition {
        CONVICTED("convicted"),
        CLEARED("cleared"),
        NO_KNOWN_PROCEEDING("no-known-proceeding"),
        NO_INQUIRY("no-inquiry"),
        NO_CHARGE("no-charge"),
        NO_CONVICTION("no-conviction");

        private final String code;

        Definition(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        public static Optional<Definition> find(String code) {
            for (Definition definition : values()) if (definition.code.equals(code)) return Optional.of(definition);
            return Optional.empty();
        }
    }

    /// One act and one accused as they are counted.
    ///
    /// @param furthest the furthest stage on record; null when none is
    public record Unit(boolean hasProceeding, @Nullable Stage furthest, boolean convicted) {

        boolean reached(Stage stage) {
            return furthest != null && furthest.compareTo(stage) >= 0 && STAGES.contains(stage);
        }

        /// Whether it is counted by a definition.
        public boolean isCountedBy(Definition definition) {
            return switch (definition) {
                case CONVICTED -> convicted;
                case CLEARED -> reached(Stage.WARRANT);
                case NO_KNOWN_PROCEEDING -> !hasProceeding;
                case NO_INQUIRY -> !reached(Stage.INQUIRY);
                case NO_CHARGE -> !reached(Stage.CHARGE);
                case NO_CONVICTION -> !convicted;
            };
        }
    }

    private final List<Unit> units;

    public Indicators(List<Unit> units) {
        this.units = List.copyOf(units);
    }

    public long all() {
        return units.size();
    }

    public long count(Definition definition) {
        return units.stream().filter(unit -> unit.isCountedBy(definition)).count();
    }

    /// How many reached each stage or went beyond.
    public Map<Stage, Long> reached() {
        Map<Stage, Long> counts = new EnumMap<>(Stage.class);
        for (Stage stage : STAGES) {
            counts.put(stage, units.stream().filter(unit -> unit.reached(stage)).count());
        }
        return counts;
    }

    /// How many got to each stage and no further; those without any stage under null. The counts add up to [#all()].
    public List<Furthest> furthest() {
        List<Furthest> counts = new ArrayList<>();
        counts.add(new Furthest(
                null, units.stream().filter(unit -> furthest(unit) == null).count()));
        for (Stage stage : STAGES) {
            counts.add(new Furthest(
                    stage,
                    units.stream().filter(unit -> furthest(unit) == stage).count()));
        }
        return counts;
    }

    /// @param stage null for no stage on record
    public record Furthest(@Nullable Stage stage, long count) {}

    /// The last of the counted stages that a unit reached.
    public static @Nullable Stage furthest(Unit unit) {
        @Nullable Stage last = null;
        for (Stage stage : STAGES) if (unit.reached(stage)) last = stage;
        return last;
    }
}
