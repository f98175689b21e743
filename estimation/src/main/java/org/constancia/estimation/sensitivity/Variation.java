package org.constancia.estimation.sensitivity;

import org.constancia.estimation.verdict.Figures;
import org.constancia.estimation.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/// The estimate after one change.
///
/// @param kind what was changed: `drop_list`, `first_lists`, `merge_lists`, `classes`, `alpha_prior`,
///     `capture_prior`, `cap`,
///     `delta`, `xi`
/// @param detail to what: a list's name, `K=5`
/// @param method the method whose figures these are
/// @param verdict the verdict after the change
/// @param figures the figures after the change; null when there are none
public record Variation(
        String kind,
        String detail,
        String method,
        Verdict verdict,
        @Nullable Figures figures) {}
