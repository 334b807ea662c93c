package billing.ejb.invoice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import billing.domain.account.BillingTerms;
import billing.domain.account.TermsType;
import billing.domain.id.Ids;
import billing.domain.invoice.Invoice;
import billing.domain.money.Money;
import billing.domain.recharge.RechargeMode;
import billing.domain.recharge.RechargeSettings;
import billing.ejb.account.AddContactResult;
import billing.ejb.account.ContactService;
import billing.ejb.house.Customer;
import billing.ejb.house.House;
import billing.ejb.house.InEachHouse;
import billing.ejb.house.Meter;
import billing.ejb.house.Pair;
import billing.ejb.ledger.LedgerService;
import billing.ejb.notice.NoticeService;
import billing.ejb.notice.SentMail;
import billing.ejb.recharge.RechargeResult;
import billing.ejb.recharge.RechargeService;
import billing.ejb.recharge.SaveRecharge;
import billing.ejb.sandbox.SandboxCharge;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * A year of three customers, lived day by day: one prepays and is recharged, one pays on the 3rd unless the bank declines, one has
 * a contract and pays by bank debit. The table beside this class names each mail, each charge at the gateway and each document
 * of that year; anything else fails it.
 */
@InEachHouse(Pair.ECLIPSELINK_POSTGRESQL)
class YearStoryTest {
    /** The clock only goes on, so it is a year to come; the cards of the sandbox are good until then. */
    private static final LocalDate FIRST = LocalDate.of(2031, 1, 1);

    private static final LocalDate LAST = LocalDate.of(2032, 2, 15);
    private static final int ALL = 1_000;

    private final House pair;

    YearStoryTest(House pair) {
        this.pair = pair;
    }

    @Test
    void a_year_of_three_accounts_is_what_the_table_says() {
        try (House house = pair.onEmptyDatabase()) {
            goTo(house, FIRST);
            Story story = new Story(house);
            for (LocalDate day = FIRST; day.isBefore(LAST); day = day.plusDays(1)) {
                goTo(house, day);
                story.at(day);
            }
            goTo(house, LAST);
            assertEquals(table(), story.told());
            story.fits();
        }
    }

    /** To noon. */
    private static void goTo(House house, LocalDate day) {
        Instant noon = day.atTime(12, 0).toInstant(ZoneOffset.UTC);
        house.wait(Duration.between(house.now(), noon));
    }

    private static String table() {
        try (InputStream table =
                Objects.requireNonNull(YearStoryTest.class.getResourceAsStream("a-year-of-three-accounts.txt"))) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Who they are, and what they do. */
    private static final class Story {
        private final House house;
        private final Meter meter;
        private final Map<String, Customer> customers = new LinkedHashMap<>();
        private final Customer prepaid;
        private final Customer build;
        private final Customer contract;

        Story(House house) {
            this.house = house;
            meter = Meter.of(house, "0.01");
            prepaid = opens("prepaid", BillingTerms.PREPAID, "pm_card_visa");
            build = opens(
                    "build",
                    new BillingTerms(TermsType.BUILD, 2, BillingTerms.BUILD_LIMIT, null, null),
                    "pm_card_mastercard");
            contract = opens(
                    "contract", new BillingTerms(TermsType.CONTRACT, null, null, 30, null), "pm_usBankAccount_success");
            prepaid.buys("20.00");
            agrees();
            assertInstanceOf(
                    AddContactResult.Added.class,
                    house.get(ContactService.class).add(contract.id(), "accounts@contract.example", "mem_owner"));
        }

        private Customer opens(String name, BillingTerms terms, String token) {
            Customer customer = house.customerOn(terms, "owner@" + name + ".example");
            customer.adds(token);
            customers.put(name, customer);
            return customer;
        }

        private void agrees() {
            RechargeSettings settings = new RechargeSettings(
                    RechargeMode.TARGET,
                    Money.of("10.00"),
                    Money.of("60.00"),
                    null,
                    RechargeSettings.USUAL_AMOUNT_CAP,
                    RechargeSettings.USUAL_COUNT_CAP);
            assertInstanceOf(
                    RechargeResult.Saved.class,
                    house.get(RechargeService.class)
                            .save(new SaveRecharge(prepaid.id(), settings, "mem_owner", "203.0.113.7")));
        }

        /** What they do at noon; in the weeks after the year, nothing. */
        void at(LocalDate day) {
            if (day.getYear() == FIRST.getYear()) {
                uses(prepaid, 150 + day.getDayOfMonth());
                uses(build, day.getDayOfMonth() == 1 ? 120 : 100);
                uses(contract, 1_000 * day.getMonthValue());
            }
            switch (day.toString()) {
                case "2031-02-14" -> build.buys("15.00");
                case "2031-04-20" -> build.adds("pm_card_chargeCustomerFail");
                case "2031-07-08" -> paysAllByHand(build.adds("pm_card_visa").id());
                case "2031-09-02" -> contract.isGiven("40.00");
                default -> {
                    // nothing but usage
                }
            }
            house.noticesHaveArrived();
        }

        private void uses(Customer customer, int cents) {
            meter.reports(meter.event(customer.id(), Ids.mint("evt"), String.valueOf(cents)));
        }

        private void paysAllByHand(String method) {
            documents(build).stream()
                    .filter(invoice -> invoice.open().isPositive())
                    .forEach(invoice -> assertInstanceOf(
                            PayResult.Accepted.class,
                            house.get(InvoicePaymentService.class)
                                    .pay(new PayInvoice(
                                            Objects.requireNonNull(invoice.number()),
                                            Ids.mint(Ids.PURCHASE),
                                            method,
                                            "mem_owner"))));
        }

        private List<Invoice> documents(Customer customer) {
            return house.get(InvoiceService.class)
                    .list(customer.id(), null, ALL)
                    .items();
        }

        /** Everything that happened, by account, in the order of the days. */
        String told() {
            List<String> lines = new ArrayList<>();
            customers.forEach((name, customer) -> {
                lines.add("# " + name);
                Stream.of(
                                documents(customer).stream().map(Story::document),
                                customer.charges().stream().map(Story::charge),
                                house.get(NoticeService.class).sentAbout(customer.id(), null, ALL).items().stream()
                                        .map(Story::mail))
                        .flatMap(line -> line)
                        .sorted()
                        .forEach(lines::add);
            });
            return String.join("\n", lines) + "\n";
        }

        private static String document(Invoice it) {
            return String.join(
                    " ",
                    day(it.issuedAt()),
                    "document",
                    String.valueOf(it.number()),
                    it.month().toString(),
                    it.status().name(),
                    "opening " + it.opening(),
                    "bought " + it.bought(),
                    "free " + it.granted(),
                    "used " + it.usage(),
                    "closing " + it.closing(),
                    "due " + it.amountDue(),
                    "on " + day(it.dueAt()),
                    "paid " + day(it.paidAt()));
        }

        private static String charge(SandboxCharge it) {
            return day(it.createdAt()) + " charge " + it.amount() + " " + it.status();
        }

        private static String mail(SentMail it) {
            return day(it.sentAt()) + " mail " + it.kind() + " to " + it.to();
        }

        private static String day(@Nullable Instant time) {
            return time == null
                    ? "-"
                    : time.atZone(ZoneOffset.UTC).toLocalDate().toString();
        }

        /** At the end nothing is owed, and the books fit. */
        void fits() {
            customers
                    .values()
                    .forEach(customer -> assertEquals(
                            Money.ZERO, house.get(LedgerService.class).receivable(customer.id())));
            assertEquals(List.of(), house.selfCheck().findings());
        }
    }
}
