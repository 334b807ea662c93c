package billing.web.account;

import billing.domain.account.Member;
import billing.domain.account.Operator;
import billing.ejb.account.MemberService;
import billing.ejb.account.OperatorService;
import billing.web.page.Messages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** What operators' pages call whoever did something. */
@Named("actors")
@RequestScoped
@SuppressWarnings("NullAway.Init")
public class Actors {
    private static final String SYSTEM = "system";

    @Inject
    private OperatorService operators;

    @Inject
    private MemberService members;

    /** A name where there is one, else what the books say. */
    public String of(String actor) {
        if (actor.equals(SYSTEM)) {
            return Messages.text("agreements.system");
        }
        return operators
                .find(actor)
                .map(Operator::name)
                .or(() -> members.find(actor).map(Member::name))
                .orElseGet(() -> Messages.text("agreements.key", actor));
    }
}
