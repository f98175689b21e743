package org.constancia.estimation.progress;

import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;

/// Told how far a computation is; asked whether it shall go on. Both may be called from several threads.
public interface Progress {
    /// Nobody watches and nobody interrupts.
    Progress SILENT = new Progress() {
        @Override
        public void report(String stage, double fraction) {}

        @Override
        public boolean isCancelled() {
            return false;
        }
    };

    /// Says how much of a stage is done.
    ///
    /// @param stage what is being done, in a word or two
    /// @param fraction from 0 to 1
    void report(String stage, double fraction);

    /// Whether somebody wants the computation to end.
    boolean isCancelled();

    /// Ends the computation when somebody wants it.
    ///
    /// @throws ConstanciaException with [Problem#CANCELLED]
    default void checkCancelled() {
        if (isCancelled()) throw new ConstanciaException(Problem.CANCELLED, "The estimation was cancelled");
    }

    /// This progress as seen by one part of the work.
    ///
    /// @param from where the part begins, from 0 to 1
    /// @param to where it ends
    default Progress part(double from, double to) {
        Progress whole = this;
        return new Progress() {
            @Override
            public void report(String stage, double fraction) {
                whole.report(stage, from + (to - from) * fraction);
            }

            @Override
            public boolean isCancelled() {
                return whole.isCancelled();
            }
        };
    }
}
