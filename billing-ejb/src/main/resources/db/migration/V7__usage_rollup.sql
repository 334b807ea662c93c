-- Usage summed up by day, behind the writers of usage and never in their way. Each event counts once in each facet: under
-- its SKU alone, under its SKU with each of its labels, and under the day when it was recorded. A question asks one facet and
-- adds the events of batches that are not summed up yet.

-- How far an account's events are summed up: all batches up to this one, none after it. Its lock serialises the summing.
CREATE TABLE usage_rolled (
  account BIGINT NOT NULL PRIMARY KEY REFERENCES ledger_balance (account),
  batch   BIGINT NOT NULL
);

-- The day is the one of occurrence, in facet RECORDED the one of recording. A label begins with =; an event without one has
-- the empty text, so that no label and an empty label stay apart in the key. The batches tell where the events are.
-- It refers to usage_rolled, whose row whoever writes here has locked: a reference to the balance row would hold up usage.
CREATE TABLE usage_day (
  account        BIGINT        NOT NULL REFERENCES usage_rolled (account),
  facet          VARCHAR(8)    NOT NULL,
  on_day         DATE          NOT NULL,
  recorded_month INTEGER       NOT NULL,
  sku_id         INTEGER       NOT NULL,
  label          VARCHAR(101)  NOT NULL,
  quantity       NUMERIC(38,9) NOT NULL,
  amount         BIGINT        NOT NULL,
  events         BIGINT        NOT NULL,
  first_batch    BIGINT        NOT NULL,
  last_batch     BIGINT        NOT NULL,
  PRIMARY KEY (account, facet, on_day, recorded_month, sku_id, label)
);
