-- An auto-recharge is opened under the lock of its account's balance. To check this reference it would lock the account after
-- that, in a circle with whoever locks the account first, as everybody has to.
ALTER TABLE credit_purchase DROP CONSTRAINT credit_purchase_account_fkey;
ALTER TABLE credit_purchase ADD CONSTRAINT credit_purchase_account_fkey FOREIGN KEY (account) REFERENCES ledger_balance (account);
