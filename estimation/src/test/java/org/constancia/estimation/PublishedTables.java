package org.constancia.estimation;

import java.util.List;
import java.util.Map;
import org.constancia.estimation.capture.CaptureTable;

/// Tables from the literature, with their sources. Bit 0 is the first list.
public final class PublishedTables {
    private PublishedTables() {}

    /// Hepatitis A outbreak at a college in Taiwan, 1995: serum test, medical records, epidemiologists'
    /// questionnaire.
    /// A. Chao, P. Tsay, S.-H. Lin, W.-Y. Shau and D.-Y. Chao, "The applications of capture-recapture models to
    /// epidemiological data", Statistics in Medicine 20, 2001. A later screening found about 545 infected.
    public static CaptureTable hepatitis() {
        return CaptureTable.of(
                List.of("serum", "records", "questionnaire"),
                Map.of(0b111, 28L, 0b011, 21L, 0b101, 17L, 0b001, 69L, 0b110, 18L, 0b010, 55L, 0b100, 63L));
    }

    /// Diabetes in Casale Monferrato, 1988: clinic and physicians, hospital discharges, prescriptions, reagent
    /// strips.
    /// International Working Group for Disease Monitoring and Forecasting, American Journal of Epidemiology 142,
    /// 1995,
    /// after Bruno et al. 1994.
    public static CaptureTable diabetes() {
        long[] cells = new long[16];
        cells[0b1000] = 10;
        cells[0b0100] = 182;
        cells[0b1100] = 8;
        cells[0b0010] = 74;
        cells[0b1010] = 7;
        cells[0b0110] = 20;
        cells[0b1110] = 14;
        cells[0b0001] = 709;
        cells[0b1001] = 12;
        cells[0b0101] = 650;
        cells[0b1101] = 46;
        cells[0b0011] = 104;
        cells[0b1011] = 18;
        cells[0b0111] = 157;
        cells[0b1111] = 58;
        return CaptureTable.ofCells(List.of("clinic", "hospital", "prescription", "strips"), cells);
    }

    /// Invented: the third list shares nobody with the other two, so that its completeness cannot be learned.
    public static CaptureTable separateThirdList() {
        return CaptureTable.of(List.of("A", "B", "C"), Map.of(0b001, 38L, 0b010, 32L, 0b100, 21L, 0b011, 7L));
    }
}
