package org.constancia.text.extract.measure;

/// Right, proposed and wanted; precision, recall and their harmonic mean.
public final class Tally {
    private int right;
    private int proposed;
    private int wanted;

    public void add(int moreRight, int moreProposed, int moreWanted) {
        right += moreRight;
        proposed += moreProposed;
        wanted += moreWanted;
    }

    public int right() {
        return right;
    }

    public int proposed() {
        return proposed;
    }

    /// The same without a part of what was proposed.
    public Tally without(Tally part) {
        Tally rest = new Tally();
        rest.add(right - part.right, proposed - part.proposed, wanted);
        return rest;
    }

    public double precision() {
        return proposed == 0 ? 0 : (double) right / proposed;
    }

    public double recall() {
        return wanted == 0 ? 0 : (double) right / wanted;
    }

    public double f1() {
        return proposed + wanted == 0 ? 0 : 2.0 * right / (proposed + wanted);
    }

    @Override
    public String toString() {
        return "P %.3f  R %.3f  F1 %.3f  (%d right, %d proposed, %d wanted)"
                .formatted(precision(), recall(), f1(), right, proposed, wanted);
    }
}
