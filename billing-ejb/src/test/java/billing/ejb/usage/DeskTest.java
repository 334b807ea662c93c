package billing.ejb.usage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import billing.domain.id.Ids;
import billing.domain.usage.Product;
import billing.ejb.house.Customer;
import billing.ejb.house.House;
import billing.ejb.house.InEachHouse;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Refused events wait on a desk until somebody sends them again. */
@InEachHouse
class DeskTest {
    private final House house;
    private final RejectedEventService desk;
    private final Customer customer;
    private final String sku = "sku-" + Ids.mint(Ids.PRICE);

    DeskTest(House house) {
        this.house = house;
        desk = house.get(RejectedEventService.class);
        customer = house.customer();
        customer.isGiven("10.00");
    }

    private String body(String id, String quantity) {
        return """
                {"id":"%s","account":"%s","sku":"%s","quantity":"%s","time":"%s","labels":{"project":"p"}}""".formatted(id, customer.id(), sku, quantity, house.now().minusSeconds(60));
    }

    private RejectedEvent event(String id, String body) {
        return new RejectedEvent(customer.id().toString(), id, "UNKNOWN_SKU", sku, body);
    }

    private void refused(String... ids) {
        List<RejectedEvent> events = new ArrayList<>();
        for (String id : ids) {
            events.add(event(id, body(id, "1")));
        }
        desk.keep(events);
    }

    private List<DeskEvent> waiting() {
        return desk.list(DeskQuery.waiting(null, 500)).items().stream()
                .filter(waiting ->
                        waiting.event().account().equals(customer.id().toString()))
                .toList();
    }

    private Replay replay() {
        return desk.replay(waiting().stream().map(DeskEvent::id).toList(), (code, detail) -> code + ": " + detail);
    }

    private void isPriced(String unitPrice) {
        house.get(PriceService.class)
                .post(new NewPrice(
                        sku,
                        Product.OTHER,
                        "piece",
                        new BigDecimal(unitPrice),
                        false,
                        house.now().minus(Duration.ofDays(1)),
                        "system"));
    }

    @Test
    void what_was_refused_for_a_missing_price_is_recorded_once_it_is_there() {
        refused("a", "b");
        assertEquals(new Replay(0, 2, 0), replay());
        isPriced("2");
        assertEquals(new Replay(2, 0, 0), replay());
        assertEquals("6.00", customer.available());
        assertEquals(List.of(), waiting());
    }

    @Test
    void what_is_in_the_books_already_leaves_the_desk_and_counts_once() {
        refused("a");
        isPriced("2");
        String first = waiting().get(0).event().body();
        assertEquals(new Replay(1, 0, 0), replay());
        desk.keep(List.of(event("a", first)));
        assertEquals(new Replay(1, 0, 0), replay());
        assertEquals("8.00", customer.available());
    }

    @Test
    void an_id_that_is_in_the_books_with_other_content_stays_and_says_so() {
        isPriced("2");
        refused("a");
        replay();
        desk.keep(List.of(event("a", body("a", "3"))));
        assertEquals(new Replay(0, 1, 0), replay());
        assertEquals("CONFLICT", waiting().get(0).event().code());
        assertEquals("8.00", customer.available());
    }

    @Test
    void an_event_that_is_refused_again_and_again_lies_on_the_desk_once() {
        refused("a", "b");
        refused("a");
        assertEquals(2, waiting().size());
        assertEquals("a", waiting().get(0).event().eventId());
    }

    @Test
    void an_event_that_is_refused_again_says_why_and_since_when() {
        refused("a");
        replay();
        DeskEvent again = waiting().get(0);
        assertEquals("UNKNOWN_SKU", again.event().code());
        assertEquals("UNKNOWN_SKU: " + sku, again.event().message());
        assertTrue(Optional.ofNullable(again.replayedAt()).isPresent());
    }

    private List<String> listed(String code, boolean dismissed) {
        return desk.list(new DeskQuery(code, customer.id().toString(), dismissed, null, 10)).items().stream()
                .map(one -> one.event().eventId())
                .toList();
    }

    @Test
    void events_are_listed_by_their_account_and_by_why_they_were_refused() {
        refused("a", "b");
        desk.keep(List.of(new RejectedEvent(customer.id().toString(), "c", "TOO_OLD", "", "{}")));
        desk.keep(List.of(new RejectedEvent("acc_other", "d", "TOO_OLD", "", "{}")));
        assertEquals(List.of("c", "b", "a"), listed(null, false));
        assertEquals(List.of("c"), listed("TOO_OLD", false));
        assertTrue(RejectedEventService.codes().containsAll(List.of("TOO_OLD", "CONFLICT", "INVALID_EVENT")));
    }

    @Test
    void what_is_dismissed_waits_no_more_and_says_who_did_it_and_when() {
        refused("a", "b");
        long waiting = desk.count();
        long a = waiting().get(1).id();
        Instant before = house.now().truncatedTo(ChronoUnit.MICROS);
        assertEquals(1, desk.dismiss(List.of(a), "opr_ada"));
        assertEquals(0, desk.dismiss(List.of(a), "opr_eve"));
        assertEquals(List.of("b"), listed(null, false));
        assertEquals(waiting - 1, desk.count());
        DeskEvent.Dismissal dismissal = desk.list(
                        new DeskQuery(null, customer.id().toString(), true, null, 10))
                .items()
                .get(0)
                .dismissal();
        assertNotNull(dismissal);
        assertEquals("opr_ada", dismissal.by());
        assertTrue(!dismissal.at().isBefore(before) && !dismissal.at().isAfter(house.now()));
        isPriced("2");
        assertEquals(new Replay(0, 0, 0), desk.replay(List.of(a), (code, detail) -> code));
        assertEquals("10.00", customer.available());
    }

    @Test
    void what_comes_once_more_after_it_was_dismissed_lies_on_the_desk_anew() {
        refused("a");
        desk.dismiss(List.of(waiting().get(0).id()), "opr_ada");
        refused("a");
        assertEquals(List.of("a"), listed(null, false));
        assertEquals(List.of("a"), listed(null, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"id\":\"x\"",
                "{\"id\":7,\"account\":\"ACCOUNT\",\"sku\":\"s\",\"quantity\":\"1\",\"time\":\"2026-01-01T00:00:00Z\"}",
                "{\"id\":\"x\",\"account\":\"acc_1\",\"sku\":\"s\",\"quantity\":\"1\",\"time\":\"2026-01-01T00:00:00Z\"}",
                "{\"id\":\"x\",\"account\":\"ACCOUNT\",\"sku\":\"s\",\"quantity\":1,\"time\":\"2026-01-01T00:00:00Z\"}",
                "{\"id\":\"x\",\"account\":\"ACCOUNT\",\"sku\":\"s\",\"quantity\":\"-1\",\"time\":\"2026-01-01T00:00:00Z\"}",
                "{\"id\":\"x\",\"account\":\"ACCOUNT\",\"sku\":\"s\",\"quantity\":\"1e9\",\"time\":\"2026-01-01T00:00:00Z\"}",
                "{\"id\":\"x\",\"account\":\"ACCOUNT\",\"sku\":\"hold:OTHER\",\"quantity\":\"1\",\"time\":\"2026-01-01T00:00:00Z\"}",
                "{\"id\":\"x\",\"account\":\"ACCOUNT\",\"sku\":\"s\",\"quantity\":\"1\",\"time\":\"yesterday\"}",
                "{\"id\":\"x\",\"account\":\"ACCOUNT\",\"sku\":\"s\",\"quantity\":\"1\",\"time\":\"2026-01-01T00:00:00Z\",\"free\":true}",
                "{\"id\":\"x\",\"account\":\"ACCOUNT\",\"sku\":\"s\",\"quantity\":\"1\",\"time\":\"2026-01-01T00:00:00Z\",\"labels\":7}",
                "{\"id\":\"\\u0000\",\"account\":\"ACCOUNT\",\"sku\":\"s\",\"quantity\":\"1\",\"time\":\"2026-01-01T00:00:00Z\"}"
            })
    void junk_is_kept_shown_and_never_recorded(String body) {
        desk.keep(List.of(event("x", body.replace("ACCOUNT", customer.id().toString()))));
        assertEquals(new Replay(0, 0, 1), replay());
        assertEquals(1, waiting().size());
    }

    /** Its labels were refused and are not among what could be read: it would be recorded as something else. */
    @Test
    void what_made_no_sense_is_not_sent_again_by_what_could_be_read_of_it() {
        isPriced("2");
        desk.keep(List.of(new RejectedEvent(
                customer.id().toString(), "a", RejectedEventService.INVALID, "labels.project", body("a", "1"))));
        assertEquals(new Replay(0, 0, 1), replay());
        assertEquals("10.00", customer.available());
    }

    @Test
    void what_no_database_takes_is_kept_without_it() {
        desk.keep(List.of(event("nul\u0000 half\ud83d " + "x".repeat(200), "{\"id\":\"" + "y".repeat(5000))));
        DeskEvent kept = waiting().get(0);
        assertTrue(kept.event().eventId().startsWith("nul? half? xxx"));
        assertEquals(100, kept.event().eventId().length());
        assertEquals(4000, kept.event().body().length());
    }

    @Test
    void only_the_newest_ten_thousand_are_kept() {
        for (int batch = 0; batch < 11; batch++) {
            int first = batch * 1000;
            desk.keep(IntStream.range(first, first + 1000)
                    .mapToObj(i -> event("e" + i, "{}"))
                    .toList());
        }
        assertEquals(10_000, desk.count());
        assertEquals(
                "e10999",
                desk.list(DeskQuery.waiting(null, 1)).items().get(0).event().eventId());
    }
}
