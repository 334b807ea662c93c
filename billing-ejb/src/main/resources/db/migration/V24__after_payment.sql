-- What an operator has to look at is on a list until somebody has: since when a purchase is on it, and who took the last note off.
ALTER TABLE credit_purchase ADD COLUMN desk_at TIMESTAMP(6);
ALTER TABLE credit_purchase ADD COLUMN desk_done_by VARCHAR(40);
UPDATE credit_purchase SET desk_at = created_at WHERE desk_note IS NOT NULL;
CREATE INDEX credit_purchase_desk ON credit_purchase (desk_at);

-- What of an invoice stays paid although a part of its payment was lost to a dispute.
ALTER TABLE invoice ADD COLUMN kept BIGINT DEFAULT 0 NOT NULL;
