package org.constancia.text.extract.incident;

/// How a noun group stands to a trigger of its sentence.
///
/// @param relation `patient`, `agent`, a preposition, `before` or `after`; `+` marks a further member of a list
record Link(Group group, Trigger trigger, String relation) {}
