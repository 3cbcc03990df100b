-- Who of the shop hears of what, as a list on the shop; and which mails are copies of a buyer's. The rules are those of
-- 0001.

ALTER TABLE shops ADD COLUMN staff_rules text NOT NULL DEFAULT '[]';
ALTER TABLE mails ADD COLUMN is_copy integer NOT NULL DEFAULT 0;
