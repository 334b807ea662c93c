-- A month's end writes each document twice, without and with its number: only with it somebody is to be told. And a document is
-- only ever written while its account's balance is locked: looking that row up again cost a tenth of the night.
DROP INDEX invoice_untold;
CREATE INDEX invoice_untold ON invoice (in_month, account)
  WHERE NOT told AND status IN ('ISSUED', 'PAST_DUE', 'PAID', 'VOID');
ALTER TABLE invoice DROP CONSTRAINT invoice_account_fkey;
