-- A mail that leaves once more as it was names the one whose bytes it leaves with. The rules are those of 0001.

ALTER TABLE mails ADD COLUMN repeats text NOT NULL DEFAULT '';
