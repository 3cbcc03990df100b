-- How mail leaves: each shop's limit a minute (0: none), and what is due by what became of it, so that taking the next
-- few of a long queue reads a few rows. The rules are those of 0001.

ALTER TABLE shops ADD COLUMN mails_per_minute bigint NOT NULL DEFAULT 0;

DROP INDEX mails_due_of_shop;
CREATE INDEX mails_open ON mails (shop_id, status, next_at_ms, mail_id) WHERE is_open = 1;
