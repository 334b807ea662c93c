-- An operator takes an event off the desk that will never be sent again. The row stays, with who did it and when; if the same
-- event comes once more, it lies on the desk anew.
ALTER TABLE rejected_event ADD COLUMN dismissed_at TIMESTAMP(6);
ALTER TABLE rejected_event ADD COLUMN dismissed_by VARCHAR(40);
