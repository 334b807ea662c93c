package billing.web.recharge;

import billing.domain.account.Member;
import billing.domain.id.Page;
import billing.domain.purchase.CreditPurchase;
import billing.ejb.account.MemberService;
import billing.ejb.recharge.Agreement;
import billing.ejb.recharge.RechargeService;
import billing.web.account.MeBacking;
import billing.web.page.Messages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The page {@code /settings/agreements}: what was agreed to, by whom, when and from where. */
@Named("agreements")
@RequestScoped
@SuppressWarnings("NullAway.Init")
public class AgreementsBacking {
    private static final int ROWS = 20;
    private static final String SYSTEM = "system";

    private @Nullable Page<Agreement> page;

    @Inject
    private HttpServletRequest request;

    @Inject
    private MeBacking me;

    @Inject
    private RechargeService service;

    @Inject
    private MemberService members;

    public List<AgreementRow> getRows() {
        return page().items().stream()
                .map(agreement -> new AgreementRow(agreement, who(agreement.actor())))
                .toList();
    }

    private String who(String actor) {
        return actor.equals(SYSTEM)
                ? Messages.text("agreements.system")
                : members.find(actor)
                        .filter(member -> member.account().equals(me.accountId()))
                        .map(Member::name)
                        .orElseGet(() -> Messages.text("agreements.key", actor));
    }

    private Page<Agreement> page() {
        if (page == null) {
            page = service.agreements(me.accountId(), request.getParameter("after"), ROWS);
        }
        return page;
    }

    /** The number that the next page begins below. */
    public @Nullable String getNext() {
        return page().next();
    }

    public boolean isFirst() {
        return request.getParameter("after") == null;
    }

    /** The exact words under which a recharge was made. */
    public String textOf(CreditPurchase purchase) {
        return purchase.agreement()
                .flatMap(number -> service.agreement(me.accountId(), number))
                .map(Agreement::text)
                .orElse("");
    }
}
