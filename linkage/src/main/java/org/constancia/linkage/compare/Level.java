package org.constancia.linkage.compare;

/// One outcome of a comparison.
///
/// @param label what it means, for people
/// @param group levels are compared within their group only: which group a pair falls in depends on what is
///     stated (two given names on both sides, the year only), and what is stated is no evidence. Group 0 is
///     "nothing stated".
/// @param closeness from 0 (different) to 1 (the same), the starting point of the model and the order shown
///     to people
public record Level(String label, int group, double closeness) {}
