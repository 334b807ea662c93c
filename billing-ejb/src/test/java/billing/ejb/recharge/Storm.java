package billing.ejb.recharge;

import billing.domain.access.HoldTerms;
import billing.domain.access.OnExpiry;
import billing.domain.id.Ids;
import billing.domain.money.Money;
import billing.domain.usage.Labels;
import billing.domain.usage.Product;
import billing.ejb.access.HoldResult;
import billing.ejb.access.HoldService;
import billing.ejb.access.TakeHold;
import billing.ejb.house.House;
import billing.ejb.house.Meter;
import billing.ejb.house.Together;
import java.time.Duration;
import java.util.List;

/** 200 clients of all nodes, 20 cents each, spend or hold at the same moment, while each node runs due work. */
final class Storm {
    private static final int CLIENTS = 200;
    private static final Money EACH = Money.of("0.20");
    private static final int SWEEPS = 20;

    private final Recharger owner;
    private final Meter meter;
    private final List<House> nodes;

    private Storm(Recharger owner, Meter meter, List<House> nodes) {
        this.owner = owner;
        this.meter = meter;
        this.nodes = nodes;
    }

    static Storm of(Recharger owner, Meter meter, List<House> nodes) {
        return new Storm(owner, meter, nodes);
    }

    void breaksLoose() {
        Together.each(CLIENTS + 2 * nodes.size(), n -> () -> n < CLIENTS ? use(n) : sweep(n));
    }

    private boolean use(int n) {
        return n % 2 == 0 ? spend(n / 2) : hold(n / 2);
    }

    private boolean spend(int n) {
        return meter.at(node(n))
                        .reports(meter.event(owner.id(), Ids.mint("evt"), "1"))
                        .accepted()
                == 1;
    }

    private boolean hold(int n) {
        HoldTerms terms = new HoldTerms(
                owner.id(), EACH, Product.API_REQUEST, null, Labels.NONE, Duration.ofDays(1), OnExpiry.RELEASE);
        return node(n).get(HoldService.class).take(new TakeHold(Ids.mint(Ids.HOLD), terms, "key_platform"))
                instanceof HoldResult.Accepted;
    }

    private boolean sweep(int n) {
        for (int i = 0; i < SWEEPS; i++) {
            node(n).runsDueWork();
        }
        return true;
    }

    private House node(int n) {
        return nodes.get(n % nodes.size());
    }
}
