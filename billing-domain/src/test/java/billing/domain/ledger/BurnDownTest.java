package billing.domain.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import billing.domain.money.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Grants are written {@code kind@granted rest} or {@code kind@granted<expiry rest}, times in days. */
class BurnDownTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        free@1 5, paid@1 5            | 3.00  | free@1=3.00              | 0.00
        paid@1 5, free@2 5            | 7.00  | free@2=5.00 paid@1=2.00  | 0.00
        paid@2 5, paid@1 5            | 6.00  | paid@1=5.00 paid@2=1.00  | 0.00
        free@1 5, paid@2<9 5          | 6.00  | paid@2<9=5.00 free@1=1.00 | 0.00
        free@1<9 5, free@2<8 5        | 5.00  | free@2<8=5.00            | 0.00
        paid@1<9 5, free@2<9 5        | 5.00  | free@2<9=5.00            | 0.00
        free@1 5, paid@1 5            | 12.00 | free@1=5.00 paid@1=5.00  | 2.00
        free@1 0, paid@1 1            | 1.00  | paid@1=1.00              | 0.00
        ''                            | 1.00  | ''                       | 1.00
        """)
    void credits_are_spent_in_order(String grants, String amount, String uses, String uncovered) {
        List<CreditGrant> lots = new ArrayList<>();
        for (String grant : grants.isEmpty() ? new String[0] : grants.split(", ")) {
            lots.add(grant(grant));
        }
        Collections.shuffle(lots, new Random(7));
        BurnDown burnDown = BurnDown.of(Money.of(amount), lots);
        assertEquals(
                uses,
                burnDown.uses().stream()
                        .map(use -> use.grant().id() + "=" + use.amount())
                        .collect(Collectors.joining(" ")));
        assertEquals(Money.of(uncovered), burnDown.uncovered());
    }

    private static CreditGrant grant(String text) {
        String[] parts = text.split(" ");
        String[] times = parts[0].split("[@<]");
        GrantKind kind = times[0].equals("free") ? GrantKind.FREE : GrantKind.PURCHASED;
        Money rest = Money.of(parts[1]);
        Instant expiry = times.length > 2 ? day(times[2]) : null;
        return new CreditGrant(parts[0], kind, rest, rest, Cause.grant(parts[0]), day(times[1]), expiry);
    }

    private static Instant day(String number) {
        return START.plusSeconds(86_400L * Long.parseLong(number));
    }

    @Test
    void grants_of_one_moment_are_spent_in_the_order_of_their_ids() {
        List<CreditGrant> twins = List.of(grant("free@1 5"), grant("free@1 5"));
        assertEquals(
                Money.of("5.00"),
                BurnDown.of(Money.of("5.00"), twins).uses().get(0).amount());
    }
}
