#!/usr/bin/env python3
"""Makes a shop of many orders many times larger, for measurements alone: each order stands there again, once for each
further time, with ids, numbers and texts to search of its own, a whole span of the shop's life earlier. Importing ten
million orders takes hours; this takes minutes, and leaves the same rows in the same tables and indexes. Customers and
statistics of what was imported stay as they are.

    python3 bench/grow.py DATA TIMES     (TIMES from 2 to 20; nobody else may use DATA meanwhile)
"""
import sqlite3
import sys
import time

LETTERS = "0123456789ABCDEFGHJK"  # The third letter of the copies' ids; those of our days have a later one.
IDS = {"order_id", "event_id", "payment_id", "entry_id", "mail_id", "line_id", "shipment_id"}
TIMES_OF_ORDERS = {"placed_at_ms", "updated_at_ms", "created_at_ms", "received_at_ms"}
NUMBER = ":copy || substr('00000000' || {0}, -8)"


def value(table, column):
    if column in IDS:
        moved = f"substr({column}, 1, 2) || :letter || substr({column}, 4)"
        return f"CASE WHEN length({column}) = 26 THEN {moved} ELSE {column} END"
    if column in TIMES_OF_ORDERS and table in ("orders", "order_lines", "ledger_entries"):
        return f"{column} - :span_ms"
    if table == "orders" and column == "number":
        return NUMBER.format("number")
    if table == "orders" and column == "number_key":
        return "substr('000000000000000000' || " + NUMBER.format("number") + ", -18)"
    if table == "orders" and column == "external_id":
        return "CASE WHEN external_id = '' THEN '' ELSE :letter || external_id END"
    if table == "order_numbers" and column == "number":
        return "CASE WHEN kind = 'external' THEN :letter || number ELSE " + NUMBER.format("number") + " END"
    if table == "order_numbers" and column == "digits":
        return "CASE WHEN digits = '' THEN '' ELSE " + NUMBER.format("digits") + " END"
    if table == "order_search" and column == "search_id":
        return "search_id - ((:span_ms / 1000) << 11)"
    if table == "order_search" and column == "search_text":
        return NUMBER.format("substr(search_text, 1, instr(search_text, char(10)) - 1)") + \
            " || substr(search_text, instr(search_text, char(10)))"
    return column


def main():
    folder, times = sys.argv[1], int(sys.argv[2])
    if not 2 <= times <= len(LETTERS):
        sys.exit("TIMES: from 2 to 20")
    base = sqlite3.connect(folder + "/commis.db", isolation_level=None)
    # A machine that stops in the middle leaves a folder to throw away.
    for setting in ("journal_mode = OFF", "synchronous = OFF", "cache_size = -4000000", "temp_store = MEMORY"):
        base.execute("PRAGMA " + setting)
    tables = [name for (name,) in base.execute(
        "SELECT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) c ON c.name = 'order_id' "
        "WHERE m.type = 'table' ORDER BY m.name <> 'orders', m.name <> 'payments', m.name")]
    first, last = base.execute("SELECT min(placed_at_ms), max(placed_at_ms) FROM orders").fetchone()
    span = (last - first) // 1000 * 1000 + 1000
    began = time.monotonic()
    for copy in range(1, times):
        named = {"copy": str(copy), "letter": LETTERS[copy], "span_ms": span * copy}
        base.execute("BEGIN IMMEDIATE")
        for table in tables:
            columns = [name for (name,) in base.execute("SELECT name FROM pragma_table_info(?)", (table,))]
            values = ", ".join(value(table, column) for column in columns)
            only = "order_id > '01L'"  # What was there at first.
            base.execute(f"INSERT INTO {table} ({', '.join(columns)}) SELECT {values} FROM {table} WHERE {only}", named)
        base.execute(
            "INSERT INTO order_search_words (rowid, search_text) SELECT search_id, search_text FROM order_search "
            "WHERE order_id >= '01' || :letter AND order_id < '01' || :letter || 'z'", named)
        base.execute("COMMIT")
        count = base.execute("SELECT count(*) FROM order_lines").fetchone()[0]
        print(f"{copy + 1} times: {count} lines after {time.monotonic() - began:.0f} s", flush=True)
    base.execute("PRAGMA journal_mode = WAL")


main()
