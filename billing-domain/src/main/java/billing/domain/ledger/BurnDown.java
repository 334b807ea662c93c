package billing.domain.ledger;

import billing.domain.money.Money;
import java.util.ArrayList;
import java.util.List;

/**
 * Which grants pay for what.
 *
 * @param uses what each grant gives, in burn-down order
 * @param uncovered what no grant could pay: it becomes debt
 */
public record BurnDown(List<Use> uses, Money uncovered) {
    /** An amount that one grant gives. */
    public record Use(CreditGrant grant, Money amount) {}

    /** Takes an amount from open grants, in {@link CreditGrant#BURN_DOWN_ORDER} whatever order they come in. */
    public static BurnDown of(Money amount, List<CreditGrant> grants) {
        List<Use> uses = new ArrayList<>();
        Money missing = amount;
        for (CreditGrant grant :
                grants.stream().sorted(CreditGrant.BURN_DOWN_ORDER).toList()) {
            Money taken = grant.rest().min(missing);
            if (taken.isPositive()) {
                uses.add(new Use(grant, taken));
                missing = missing.minus(taken);
            }
        }
        return new BurnDown(List.copyOf(uses), missing);
    }

    /** Grants in the order in which what they paid is given back: who paid last is first. */
    public static List<CreditGrant> paidLast(List<CreditGrant> grants) {
        return grants.stream().sorted(CreditGrant.BURN_DOWN_ORDER.reversed()).toList();
    }
}
