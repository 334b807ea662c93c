package billing.web.access;

import billing.domain.ledger.Overdue;
import billing.ejb.runtime.Configuration;
import billing.web.api.Answers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;

/**
 * Where somebody can mend what refuses access: the billing page, the invoices, the credits that pay what a lost dispute left, or
 * support for what only an operator can.
 */
@ApplicationScoped
public class AccessLinks {
    private static final Set<String> OPERATORS = Set.of("CLOSED", "SUSPENDED");

    @Inject
    Configuration configuration;

    @Inject
    Answers answers;

    /**
     * The address.
     *
     * @param reason a name of access' reasons or of a hold's; empty for {@code OK}, where there is nothing to mend
     * @param overdue what there is to be paid
     */
    Optional<String> fixUrl(String reason, Overdue overdue) {
        if ("OK".equals(reason)) {
            return Optional.empty();
        }
        if (OPERATORS.contains(reason)) {
            return Optional.of(configuration.supportUrl());
        }
        return Optional.of(answers.page("PAST_DUE".equals(reason) ? payingPage(overdue) : "/settings/billing"));
    }

    private static String payingPage(Overdue overdue) {
        return overdue == Overdue.DISPUTE_DEBT ? "/settings/add-credits" : "/settings/invoices";
    }
}
