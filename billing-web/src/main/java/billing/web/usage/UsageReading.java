package billing.web.usage;

import billing.domain.id.AccountId;
import billing.ejb.usage.UsageDimension;
import billing.ejb.usage.UsageEventQuery;
import billing.ejb.usage.UsageQuery;
import billing.ejb.usage.UsageReportService;
import billing.web.api.Parameters;
import billing.web.api.Value;
import billing.web.api.Values;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which usage a program asks for. */
final class UsageReading {
    /** More than anybody reads; who wants more asks for a shorter time. */
    static final int MOST_ROWS = 50_000;

    private static final int LONGEST_NAME = 100;

    private final Parameters query;
    private final @Nullable Instant from;
    private final @Nullable Instant to;

    UsageReading(Parameters query) {
        this.query = query;
        from = query.optional("from", UsageReading::time).orElse(null);
        to = query.optional("to", UsageReading::time).orElse(null);
        if (from != null && to != null && to.isBefore(from)) {
            query.refuse("to", "time.order");
        }
    }

    /** @throws billing.web.api.ProblemException with all mistakes */
    UsageQuery sums(AccountId account) {
        Set<UsageDimension> groups =
                query.optional("groupBy", text -> dimensions(text, any -> true)).orElse(Set.of());
        query.check();
        return new UsageQuery(account, from, to, groups, MOST_ROWS + 1);
    }

    /** Too many rows are refused, and not cut off without a word. */
    void refuseMoreRows(int found) {
        if (found > MOST_ROWS) {
            query.refuse("groupBy", "usage.rows", MOST_ROWS);
        }
        query.check();
    }

    /** @throws billing.web.api.ProblemException with all mistakes */
    UsageEventQuery events(AccountId account) {
        String sku = query.optional("sku", UsageReading::name).orElse(null);
        Map<UsageDimension, Optional<String>> labels = new EnumMap<>(UsageDimension.class);
        UsageDimension.LABELS.forEach(label -> query.optional(UsageJson.name(label), UsageReading::name)
                .ifPresent(text -> labels.put(label, Optional.of(text))));
        query.optional("without", text -> dimensions(text, UsageDimension::isLabel))
                .orElse(Set.of())
                .forEach(label -> exclude(labels, label));
        String after = query.after(UsageReportService::isCursor);
        int limit = query.limit();
        query.check();
        return new UsageEventQuery(account, from, to, sku, labels, after, limit);
    }

    private void exclude(Map<UsageDimension, Optional<String>> labels, UsageDimension label) {
        if (labels.put(label, Optional.empty()) != null) {
            query.refuse("without", "usage.both", UsageJson.name(label));
        }
    }

    /** A time, or a day for its midnight. */
    private static Value<Instant> time(String text) {
        if (!text.matches("\\d{4}-\\d{2}-\\d{2}")) {
            return text.contains("T") ? Values.time(text) : Value.wrong("time.or-day");
        }
        try {
            return Values.time(LocalDate.parse(text)
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant()
                    .toString());
        } catch (DateTimeException e) {
            return Value.wrong("time.or-day");
        }
    }

    /** As it was reported, blanks and all; an empty label is one, too. */
    private static Value<String> name(String text) {
        Value<String> plain = Values.text(text, LONGEST_NAME);
        return text.isEmpty() || plain.content().isPresent() ? Value.right(text) : plain;
    }

    private static Value<Set<UsageDimension>> dimensions(String text, Predicate<UsageDimension> allowed) {
        Map<String, UsageDimension> names = Arrays.stream(UsageDimension.values())
                .filter(allowed)
                .collect(Collectors.toMap(UsageJson::name, dimension -> dimension));
        List<String> wanted = List.of(text.split(",", -1));
        if (!names.keySet().containsAll(wanted)) {
            return Value.wrong("usage.dimensions", String.join(", ", choices(allowed)));
        }
        return Value.right(wanted.stream().map(names::get).collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    private static List<String> choices(Predicate<UsageDimension> allowed) {
        return Arrays.stream(UsageDimension.values())
                .filter(allowed)
                .map(UsageJson::name)
                .toList();
    }
}
