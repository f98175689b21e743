package org.constancia.app.web.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/// Turns a failure into a page for a person, or into problem details (RFC 9457) for a program that does not ask for
/// HTML.
@ControllerAdvice
public final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private final Templates templates;
    private final PageArguments pages;

    public Problems(Templates templates, PageArguments pages) {
        this.templates = templates;
        this.pages = pages;
    }

    @ExceptionHandler(ConstanciaException.class)
    public Object failed(ConstanciaException failure, HttpServletRequest request, HttpServletResponse response) {
        Map<String, String> facts = new LinkedHashMap<>();
        failure.facts().forEach((name, value) -> facts.put(name, String.valueOf(value)));
        String incident = failure.problem().kind() == Problem.Kind.BUG ? logged(failure) : "";
        return answer(
                new ProblemPage(status(failure.problem()), failure.problem(), failure.text(), facts, incident),
                request,
                response);
    }

    @ExceptionHandler(MaxUploadSizeExceededException.class)
    public Object tooLarge(
            MaxUploadSizeExceededException failure, HttpServletRequest request, HttpServletResponse response) {
        return answer(
                new ProblemPage(413, Problem.TOO_LARGE, "The file is larger than this server takes", Map.of(), ""),
                request,
                response);
    }

    /// What Spring refuses by itself (no such page, wrong method, a parameter of the wrong type), and our mistakes.
    @ExceptionHandler(Exception.class)
    public Object unexpected(Exception failure, HttpServletRequest request, HttpServletResponse response) {
        if (failure instanceof ErrorResponse refusal) {
            int status = refusal.getStatusCode().value();
            Problem problem = status == 404 ? Problem.RECORD_NOT_FOUND : Problem.USAGE;
            return answer(
                    new ProblemPage(
                            status, problem, "There is no such page", Map.of("path", request.getRequestURI()), ""),
                    request,
                    response);
        }
        return answer(
                new ProblemPage(500, Problem.BUG, "Something unexpected failed", Map.of(), logged(failure)),
                request,
                response);
    }

    private static String logged(Exception failure) {
        String incident = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("Incident {}", incident, failure);
        return incident;
    }

    /// The page or the problem details, with its status set on the response.
    public Object answer(ProblemPage problem, HttpServletRequest request, HttpServletResponse response) {
        String accepted = request.getHeader("Accept");
        if (accepted != null && !accepted.contains("text/html") && !accepted.contains("*/*")) {
            ProblemDetail detail = ProblemDetail.forStatus(problem.status());
            detail.setTitle(problem.text());
            detail.setProperty("code", problem.problem().code());
            if (!problem.facts().isEmpty()) detail.setProperty("facts", problem.facts());
            if (!problem.incident().isEmpty()) detail.setProperty("incident", problem.incident());
            return ResponseEntity.status(problem.status())
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(detail);
        }
        response.setStatus(problem.status());
        return templates.show("problem", pages.page(request, response), problem);
    }

    private static int status(Problem problem) {
        return switch (problem) {
            case RECORD_NOT_FOUND, INPUT_NOT_FOUND -> HttpStatus.NOT_FOUND.value();
            case NOT_PERMITTED -> HttpStatus.FORBIDDEN.value();
            case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE.value();
            default ->
                switch (problem.kind()) {
                    case USER -> HttpStatus.BAD_REQUEST.value();
                    case DATA -> HttpStatus.UNPROCESSABLE_CONTENT.value();
                    case CONFLICT -> HttpStatus.CONFLICT.value();
                    case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE.value();
                    case BUG -> HttpStatus.INTERNAL_SERVER_ERROR.value();
                };
        };
    }
}
