-- A month's end writes each document three times. What is done with is in none of these, so they stay small and cost little.
DROP INDEX invoice_by_status;
CREATE INDEX invoice_by_status ON invoice (status, in_month, account) WHERE status IN ('CLOSED', 'DRAFT');
DROP INDEX invoice_step;
CREATE INDEX invoice_step ON invoice (step_at) WHERE step_at IS NOT NULL;
DROP INDEX invoice_untold;
CREATE INDEX invoice_untold ON invoice (told, status) WHERE NOT told;
ALTER TABLE invoice SET (fillfactor = 60);
