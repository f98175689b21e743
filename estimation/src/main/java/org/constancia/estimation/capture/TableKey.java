package org.constancia.estimation.capture;

/// Which part of a file a table comes from.
///
/// @param stratum the stratum, or the empty text when the file is not stratified
/// @param replicate the imputation or linkage draw, or the empty text when there is one only
public record TableKey(String stratum, String replicate) implements Comparable<TableKey> {
    /// The key of a file with neither strata nor replicates.
    public static final TableKey WHOLE = new TableKey("", "");

    @Override
    public int compareTo(TableKey other) {
        int byStratum = stratum.compareTo(other.stratum);
        return byStratum != 0 ? byStratum : replicate.compareTo(other.replicate);
    }
}
