package org.constancia.app.web.accountability;

import org.constancia.app.chart.Charts;
import org.constancia.app.web.page.Page;
import org.constancia.app.web.page.Templates;
import org.constancia.core.record.CodeList;
import org.constancia.core.record.CodeList.CommitmentStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// What was done about the violations, and what was promised.
@Controller
public final class AccountabilityController {
    private final Templates templates;
    private final Accountability accountability;
    private final Charts charts;

    public AccountabilityController(Templates templates, Accountability accountability, Charts charts) {
        this.templates = templates;
        this.accountability = accountability;
        this.charts = charts;
    }

    @GetMapping("/accountability")
    public View page(Page page, AccountabilityForm form) {
        AccountabilityPage shown = accountability.accountability(form.query());
        return templates.show("accountability", page, AccountabilityView.of(shown, page.words(), charts));
    }

    @GetMapping("/accountability/behind/{number}")
    public View behind(
            Page page,
            @PathVariable String number,
            AccountabilityForm form,
            @RequestParam(name = "page", defaultValue = "1") int at) {
        return templates.show("list", page, accountability.listBehind(number, form.query(), Math.max(1, at)));
    }

    @GetMapping("/commitments")
    public View commitments(Page page, @RequestParam(defaultValue = "") String status) {
        @Nullable
        CommitmentStatus narrowed = CodeList.COMMITMENT_STATUS.codes().contains(status)
                ? CodeList.member(CommitmentStatus.class, status)
                : null;
        return templates.show("commitments", page, accountability.commitments(narrowed));
    }
}
