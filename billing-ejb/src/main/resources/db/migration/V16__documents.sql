-- Whom documents are issued to. Only ever added to: a document names the version that was current when it was stamped.
CREATE TABLE billing_details (
  account    BIGINT       NOT NULL REFERENCES ledger_balance (account),
  version    INTEGER      NOT NULL,
  company    VARCHAR(120),
  line1      VARCHAR(120),
  line2      VARCHAR(120),
  postcode   VARCHAR(20),
  city       VARCHAR(80),
  region     VARCHAR(80),
  country    VARCHAR(2),
  vat_id     VARCHAR(20),
  po_number  VARCHAR(60),
  changed_at TIMESTAMP(6) NOT NULL,
  actor      VARCHAR(100) NOT NULL,
  PRIMARY KEY (account, version)
);

-- What takes back something that an invoice asked for.
CREATE TABLE credit_note (
  number    VARCHAR(40)  NOT NULL PRIMARY KEY,
  id        VARCHAR(40)  NOT NULL,
  account   BIGINT       NOT NULL REFERENCES ledger_balance (account),
  invoice   VARCHAR(40)  NOT NULL REFERENCES invoice (number),
  amount    BIGINT       NOT NULL,
  reason    VARCHAR(500) NOT NULL,
  actor     VARCHAR(100) NOT NULL,
  buyer     INTEGER      NOT NULL,
  issued_at TIMESTAMP(6) NOT NULL,
  CONSTRAINT credit_note_once UNIQUE (id)
);
CREATE INDEX credit_note_of_invoice ON credit_note (invoice);

-- Whoever draws numbers has this row locked, whatever the year and the series.
INSERT INTO invoice_counter (issuer, series, in_year, drawn) VALUES ('house', 'LOCK', 0, 0);

-- What nobody was told of.
CREATE INDEX invoice_untold ON invoice (told, status);
