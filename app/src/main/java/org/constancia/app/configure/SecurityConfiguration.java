package org.constancia.app.configure;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.constancia.app.web.page.ProblemPage;
import org.constancia.app.web.page.Problems;
import org.constancia.core.failure.Problem;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.ResponseEntity;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.servlet.View;

/// One local operator, no accounts yet: what is guarded is the browser. Forms carry a token, nothing is loaded from or
/// sent to another origin, no page is framed.
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    private static final String POLICY = "default-src 'self'; object-src 'none'; base-uri 'none'; "
            + "form-action 'self'; frame-ancestors 'none'; img-src 'self' data:";

    @Bean
    SecurityFilterChain browserGuards(HttpSecurity http, Problems problems) throws Exception {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Strict"));
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.csrfTokenRepository(tokens))
                .formLogin(form -> form.disable())
                .httpBasic(basic -> basic.disable())
                .logout(logout -> logout.disable())
                .requestCache(cache -> cache.disable())
                .anonymous(Customizer.withDefaults())
                .exceptionHandling(failures ->
                        failures.accessDeniedHandler((request, response, _) -> refuse(problems, request, response)))
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(POLICY))
                        .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                        .permissionsPolicyHeader(permissions ->
                                permissions.policy("camera=(), microphone=(), geolocation=(), interest-cohort=()"))
                        .addHeaderWriter(
                                (_, response) -> response.setHeader("Cross-Origin-Opener-Policy", "same-origin")))
                .build();
    }

    private static void refuse(Problems problems, HttpServletRequest request, HttpServletResponse response)
            throws java.io.IOException {
        ProblemPage problem = new ProblemPage(403, Problem.NOT_PERMITTED, "The form was not ours", Map.of(), "");
        switch (problems.answer(problem, request, response)) {
            case View page -> render(page, request, response);
            case ResponseEntity<?> details ->
                response.setStatus(details.getStatusCode().value());
            default -> response.setStatus(problem.status());
        }
    }

    private static void render(View page, HttpServletRequest request, HttpServletResponse response)
            throws java.io.IOException {
        try {
            page.render(Map.of(), request, response);
        } catch (java.io.IOException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Bean
    FilterRegistrationBean<LoopbackOnly> loopbackOnly() {
        FilterRegistrationBean<LoopbackOnly> filter = new FilterRegistrationBean<>(new LoopbackOnly());
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }
}
