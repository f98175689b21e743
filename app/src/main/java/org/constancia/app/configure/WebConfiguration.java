package org.constancia.app.configure;

import java.util.List;
import org.constancia.app.chart.Charts;
import org.constancia.app.web.accountability.AccountabilityController;
import org.constancia.app.web.geography.GeographyController;
import org.constancia.app.web.home.HomeController;
import org.constancia.app.web.inbox.InboxController;
import org.constancia.app.web.log.LogController;
import org.constancia.app.web.open.PublicController;
import org.constancia.app.web.open.ReplyLimit;
import org.constancia.app.web.page.PageArguments;
import org.constancia.app.web.page.Problems;
import org.constancia.app.web.page.Templates;
import org.constancia.app.web.record.ActGridController;
import org.constancia.app.web.record.DossierController;
import org.constancia.app.web.record.RecordController;
import org.constancia.app.web.rule.RulesController;
import org.constancia.app.web.search.SearchController;
import org.constancia.app.web.source.SourceController;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.LifecycleAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.MultipartAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// The controllers and what they need. Nothing is scanned and only the named auto-configurations take part, which keeps
/// the start short and the list of what serves a request readable.
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    ConfigurationPropertiesAutoConfiguration.class,
    LifecycleAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    HttpEncodingAutoConfiguration.class,
    MultipartAutoConfiguration.class,
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    ServletWebSecurityAutoConfiguration.class,
    SecurityFilterAutoConfiguration.class
})
@Import(SecurityConfiguration.class)
class WebConfiguration {

    @Bean
    Templates templates() {
        return new Templates();
    }

    @Bean
    PageArguments pages(WebSettings settings, Capabilities capabilities) {
        return new PageArguments(
                settings.clock(),
                settings.fictional(),
                settings.version(),
                capabilities.today()::waiting,
                capabilities.log()::trouble);
    }

    @Bean
    Problems problems(Templates templates, PageArguments pages) {
        return new Problems(templates, pages);
    }

    @Bean
    WebMvcConfigurer arguments(PageArguments pages) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(pages);
            }
        };
    }

    @Bean(destroyMethod = "close")
    Charts charts() {
        return new Charts();
    }

    @Bean
    HomeController home(Templates templates, Capabilities capabilities) {
        return new HomeController(templates, capabilities.today());
    }

    @Bean
    InboxController inbox(Templates templates, Capabilities capabilities) {
        return new InboxController(templates, capabilities.inbox(), capabilities.search());
    }

    @Bean
    RulesController rules(Templates templates, Capabilities capabilities) {
        return new RulesController(templates, capabilities.rules());
    }

    @Bean
    SourceController sources(Templates templates, Capabilities capabilities) {
        return new SourceController(templates, capabilities.sources());
    }

    @Bean
    RecordController record(Templates templates, Capabilities capabilities) {
        return new RecordController(templates, capabilities.record(), capabilities.desk());
    }

    @Bean
    DossierController dossiers(Capabilities capabilities) {
        return new DossierController(capabilities.dossiers());
    }

    @Bean
    ActGridController actGrid(Templates templates, Capabilities capabilities) {
        return new ActGridController(templates, capabilities.record(), capabilities.desk(), capabilities.search());
    }

    @Bean
    SearchController search(Templates templates, Capabilities capabilities) {
        return new SearchController(templates, capabilities.search());
    }

    @Bean
    AccountabilityController accountability(Templates templates, Capabilities capabilities, Charts charts) {
        return new AccountabilityController(templates, capabilities.accountability(), charts);
    }

    @Bean
    GeographyController geography(Templates templates, Capabilities capabilities, Charts charts) {
        return new GeographyController(templates, capabilities.geography(), charts);
    }

    @Bean
    LogController log(Templates templates, Capabilities capabilities) {
        return new LogController(templates, capabilities.log());
    }

    @Bean
    PublicController publicPages(Templates templates, Capabilities capabilities, WebSettings settings, Charts charts) {
        return new PublicController(templates, capabilities.publicRecord(), new ReplyLimit(settings.clock()), charts);
    }
}
