package billing.it.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import billing.it.Answer;
import billing.it.Customer;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Killed without warning while somebody buys, the quick start has everything that it acknowledged when it is back. */
class KilledQuickStartIT {

    private static final int KILLS = Integer.getInteger("billing.kills", 3);

    @Test
    void what_was_bought_survives_kill_9() throws Exception {
        try (QuickStart app = new QuickStart("killed").start()) {
            Customer ada = app.billing().newAccount("Ada");
            assertEquals(201, ada.addsCard("pm_card_visa").status());
            Set<String> acknowledged = new HashSet<>();
            for (int kill = 0; kill < KILLS; kill++) {
                CompletableFuture<List<String>> buying = CompletableFuture.supplyAsync(() -> buysUntilTheEnd(ada));
                TimeUnit.MILLISECONDS.sleep(1500 + 700L * kill);
                app.kill();
                acknowledged.addAll(buying.get(60, TimeUnit.SECONDS));
                app.start();
            }
            app.billing().advanceClock("PT15M");

            Set<String> kept = new HashSet<>();
            ada.purchases().forEach(purchase -> {
                assertEquals("SUCCEEDED", purchase.getString("status"));
                kept.add(purchase.getString("id"));
            });
            assertTrue(kept.containsAll(acknowledged), "lost: " + acknowledged + " of " + kept);
            assertTrue(acknowledged.size() >= KILLS, "hardly anything was bought: " + acknowledged);
            assertEquals(kept.size(), ada.succeededCharges().size());
            assertEquals(
                    new BigDecimal(5 * kept.size()).setScale(2),
                    new BigDecimal(ada.balance().getString("available")));
            assertTrue(app.billing().selfCheck().getBoolean("ok"));
        }
    }

    private static List<String> buysUntilTheEnd(Customer customer) {
        List<String> acknowledged = new ArrayList<>();
        try {
            while (true) {
                Answer answer = customer.addsCredits("5.00").send();
                if (answer.status() == 201 && answer.body().contains("SUCCEEDED")) {
                    acknowledged.add(answer.json().getString("id"));
                }
            }
        } catch (UncheckedIOException killed) {
            return acknowledged;
        }
    }
}
