-- A payment of an invoice is charged like a purchase, and becomes no credits. While one is open the database takes no other
-- for that invoice.
ALTER TABLE credit_purchase ADD COLUMN invoice_number VARCHAR(40);
ALTER TABLE credit_purchase ADD COLUMN open_invoice VARCHAR(40);
ALTER TABLE credit_purchase ADD COLUMN off_session BOOLEAN DEFAULT FALSE NOT NULL;
ALTER TABLE credit_purchase ADD COLUMN given_up BOOLEAN DEFAULT FALSE NOT NULL;
UPDATE credit_purchase SET off_session = TRUE WHERE source = 'AUTO_RECHARGE';
ALTER TABLE credit_purchase ADD CONSTRAINT credit_purchase_open_invoice UNIQUE (open_invoice);
CREATE INDEX credit_purchase_invoice ON credit_purchase (invoice_number, created_at);

-- Which payment a request to pay was answered with, for when it is sent again.
CREATE TABLE invoice_pay_request (
  id             VARCHAR(40)  NOT NULL PRIMARY KEY,
  invoice_number VARCHAR(40)  NOT NULL,
  method_id      VARCHAR(40),
  purchase_id    VARCHAR(40)  NOT NULL,
  requested_at   TIMESTAMP(6) NOT NULL
);

-- Whether it is overdue beyond its grace days and keeps its account from spending.
ALTER TABLE invoice ADD COLUMN suspends BOOLEAN DEFAULT FALSE NOT NULL;
