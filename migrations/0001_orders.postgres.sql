-- PostgreSQL's index for searching inside words: trigrams over the folded texts.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE UNIQUE INDEX order_search_rows ON order_search (shop_id, search_id);
CREATE INDEX order_search_words ON order_search USING gin (search_text gin_trgm_ops);
