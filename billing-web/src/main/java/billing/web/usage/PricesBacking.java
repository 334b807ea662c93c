package billing.web.usage;

import billing.domain.usage.PriceList;
import billing.domain.usage.Product;
import billing.domain.usage.Sku;
import billing.ejb.usage.NewPrice;
import billing.ejb.usage.PriceRefusal;
import billing.ejb.usage.PriceResult;
import billing.ejb.usage.PriceService;
import billing.web.account.MeBacking;
import billing.web.page.Answers;
import billing.web.page.Fields;
import billing.web.page.FormErrors;
import billing.web.page.Formats;
import billing.web.page.Messages;
import billing.web.page.PageSession;
import billing.web.usage.PriceForm.Typed;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The page {@code /operator/prices}. A form that is sent twice adds one price, because its SKU and its time are one; so the
 * time is always said, and never "now".
 */
@Named("prices")
@RequestScoped
@SuppressWarnings("NullAway.Init")
public class PricesBacking {
    private static final String PAGE = "/operator/prices";
    /** More than anybody reads; a search finds the others. */
    private static final int MOST_ROWS = 200;

    private List<PriceGroup> groups;
    private int hidden;
    private String search = "";
    private String sku = "";
    private String product = Product.API_REQUEST.name();
    private String unit = "";
    private String unitPrice = "";
    private boolean fractional;
    private String effectiveFrom = "";

    @Inject
    private HttpServletRequest request;

    @Inject
    private PriceService service;

    @Inject
    private MeBacking me;

    @Inject
    private InstantSource clock;

    @Inject
    private FormErrors errors;

    @PostConstruct
    void load() {
        PriceList list = service.reload();
        search = Fields.tidy(parameter("q"));
        List<Sku> found = list.prices().keySet().stream()
                .filter(code -> code.toLowerCase(Locale.ROOT).contains(search.toLowerCase(Locale.ROOT)))
                .flatMap(code -> list.sku(code).stream())
                .sorted(Comparator.comparing(Sku::code))
                .toList();
        groups = groups(list, found.subList(0, Math.min(found.size(), MOST_ROWS)));
        hidden = Math.max(0, found.size() - MOST_ROWS);
        effectiveFrom =
                PriceForm.written(clock.instant().truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS));
        list.sku(parameter("sku")).ifPresent(this::propose);
        readPlainFields();
    }

    /** The next price of a SKU that is there. */
    private void propose(Sku known) {
        sku = known.code();
        product = known.product().name();
        unit = known.unit();
        fractional = known.fractional();
    }

    /** What Faces does not bring: a list and a box, of which an unticked one is not sent at all. */
    private void readPlainFields() {
        if ("POST".equals(request.getMethod())) {
            product = parameter("product");
            fractional = "true".equals(parameter("fractional"));
        }
    }

    private String parameter(String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }

    /** Adds the price and says so on the page that comes next. */
    public void add() {
        tidy();
        Optional<NewPrice> price = read();
        if (price.isEmpty() || errors.found()) {
            errors.found();
            return;
        }
        PriceResult result = service.post(price.get());
        if (result instanceof PriceResult.Refused refused) {
            errors.at(field(refused.reason()), Optional.of(Messages.of("price", refused.reason())));
            errors.found();
            return;
        }
        tell(price.get());
        Answers.goTo(PAGE);
    }

    private void tell(NewPrice price) {
        String added = Messages.text("prices.added", price.sku(), Formats.minute(price.effectiveFrom()));
        PageSession.tell(request, added);
    }

    private void tidy() {
        sku = Fields.tidy(sku);
        unit = Fields.tidy(unit);
        unitPrice = Fields.tidy(unitPrice);
        effectiveFrom = Fields.tidy(effectiveFrom);
    }

    private Optional<NewPrice> read() {
        Optional<String> code = at("sku", PriceForm.sku(sku));
        Optional<Product> chosen = at("product", PriceForm.product(product));
        Optional<String> counted = at("unit", PriceForm.unit(unit));
        Optional<BigDecimal> price = at("unitPrice", PriceForm.unitPrice(unitPrice));
        Optional<Instant> from = at("effectiveFrom", PriceForm.time(effectiveFrom));
        return errors.isEmpty()
                ? Optional.of(new NewPrice(
                        code.orElseThrow(),
                        chosen.orElseThrow(),
                        counted.orElseThrow(),
                        price.orElseThrow(),
                        fractional,
                        from.orElseThrow(),
                        me.actor()))
                : Optional.empty();
    }

    private <T> Optional<T> at(String field, Typed<T> typed) {
        errors.at(field, typed.error());
        return typed.value();
    }

    private static String field(PriceRefusal refusal) {
        return switch (refusal) {
            case RESERVED_SKU -> "sku";
            case OTHER_PRODUCT -> "product";
            case OTHER_UNIT -> "unit";
            case PAST_IS_SETTLED, PRICE_EXISTS -> "effectiveFrom";
        };
    }

    private List<PriceGroup> groups(PriceList list, List<Sku> shown) {
        Instant now = clock.instant();
        Map<Product, List<PriceRow>> rows = shown.stream()
                .map(one -> PriceRow.of(list, one, now))
                .collect(Collectors.groupingBy(
                        row -> row.sku().product(), () -> new EnumMap<>(Product.class), Collectors.toList()));
        return rows.entrySet().stream()
                .map(group -> new PriceGroup(group.getKey(), group.getValue()))
                .toList();
    }

    /** What is sold, by product. */
    public List<PriceGroup> getGroups() {
        return groups;
    }

    /** How many more there are than are shown. */
    public int getHidden() {
        return hidden;
    }

    public String getSearch() {
        return search;
    }

    public List<Product> getProducts() {
        return List.of(Product.values());
    }

    public String getSku() {
        return sku;
    }

    public void setSku(String sku) {
        this.sku = sku;
    }

    public String getProduct() {
        return product;
    }

    public String getUnit() {
        return unit;
    }

    public void setUnit(String unit) {
        this.unit = unit;
    }

    public String getUnitPrice() {
        return unitPrice;
    }

    public void setUnitPrice(String unitPrice) {
        this.unitPrice = unitPrice;
    }

    public boolean isFractional() {
        return fractional;
    }

    public String getEffectiveFrom() {
        return effectiveFrom;
    }

    public void setEffectiveFrom(String effectiveFrom) {
        this.effectiveFrom = effectiveFrom;
    }
}
