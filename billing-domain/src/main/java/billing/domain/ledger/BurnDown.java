package billing.domain.ledger;

import billing.domain.money.Money;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

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

    /**
     * Takes a payment back: from the grants that made it, as far as they made it, then, where later credits paid the debt that
     * it left, from those that paid for anything of its kind. Who paid last is first.
     *
     * @param paid what each grant gave to the payment, by its id
     * @param paidAtAll what each grant gave to payments of this kind; asked for only if it is needed
     * @return what each grant gets back; uncovered is what no grant has paid, because an invoice took the debt
     */
    public static BurnDown giveBack(
            Money amount, List<CreditGrant> grants, Map<String, Money> paid, Supplier<Map<String, Money>> paidAtAll) {
        Map<CreditGrant, Money> back = new LinkedHashMap<>();
        Money left = amount.minus(giveBack(amount, grants, paid, back));
        if (left.isPositive()) {
            left = left.minus(giveBack(left, grants, paidAtAll.get(), back));
        }
        List<Use> uses = back.entrySet().stream()
                .map(entry -> new Use(entry.getKey(), entry.getValue()))
                .toList();
        return new BurnDown(uses, left);
    }

    /** Adds to what is given back, and says how much it added. */
    private static Money giveBack(
            Money amount, List<CreditGrant> grants, Map<String, Money> paid, Map<CreditGrant, Money> back) {
        Money left = amount;
        for (CreditGrant grant :
                grants.stream().sorted(CreditGrant.BURN_DOWN_ORDER.reversed()).toList()) {
            Money given = back.getOrDefault(grant, Money.ZERO);
            Money most = grant.amount()
                    .minus(grant.rest())
                    .min(paid.getOrDefault(grant.id(), Money.ZERO))
                    .minus(given);
            Money part = most.max(Money.ZERO).min(left);
            if (part.isPositive()) {
                back.merge(grant, part, Money::plus);
                left = left.minus(part);
            }
        }
        return amount.minus(left);
    }
}
