-- SQLite's index for searching inside words: trigrams over the folded texts, without a second copy of them. A row's
-- number is its search_id, which holds the shop and the time, so a search walks one shop, newest first.
CREATE UNIQUE INDEX order_search_rows ON order_search (search_id);
CREATE VIRTUAL TABLE order_search_words USING fts5 (search_text, content = '', tokenize = 'trigram');
