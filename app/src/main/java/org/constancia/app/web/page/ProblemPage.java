package org.constancia.app.web.page;

import java.util.Map;
import org.constancia.core.failure.Problem;

/// What went wrong: what happened, what was kept, what to do.
///
/// @param text the constant text of the failure, in English, for whoever helps
/// @param facts attached to it, in their order
/// @param incident under which the log has the trace; empty when it is not our mistake
public record ProblemPage(int status, Problem problem, String text, Map<String, String> facts, String incident) {}
