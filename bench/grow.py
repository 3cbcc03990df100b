#!/usr/bin/env python3
"""Makes a shop of many orders many times larger, for measurements alone: each order stands there TIMES times, with ids,
numbers and texts to search of its own, placed about a minute apart. Importing ten million orders takes hours; this
leaves the same rows in the same tables and indexes in a part of that time. Customers stay as they are. Of ten million
orders a few hundred can't be found by a search, where two would stand at the same place of its index.

    python3 bench/grow.py DATA TIMES     (TIMES from 2 to 400; nobody else may use DATA meanwhile)
"""
import sqlite3
import sys
import time

LETTERS = "0123456789ABCDEFGHJK"  # The third letter of the copies' ids; those of our days have a later one.
STEP_S = 61
IDS = {"order_id", "event_id", "payment_id", "entry_id", "mail_id", "line_id", "shipment_id"}
TIMES_OF_ORDERS = {"placed_at_ms", "updated_at_ms", "created_at_ms", "received_at_ms"}
NUMBER = "n.grown_copy || substr('00000000' || {0}, -8)"


def value(table, column):
    if column in IDS:
        moved = f"substr({column}, 1, 2) || n.grown_code || substr({column}, 5)"
        return f"CASE WHEN length({column}) = 26 THEN {moved} ELSE {column} END"
    if column in TIMES_OF_ORDERS and table in ("orders", "order_lines", "ledger_entries", "sales_changes"):
        return f"{column} - n.grown_copy * {STEP_S}000"
    if table == "orders" and column == "number":
        return NUMBER.format("number")
    if table == "orders" and column == "number_key":
        return "substr('000000000000000000' || " + NUMBER.format("number") + ", -18)"
    if table == "orders" and column == "external_id":
        return "CASE WHEN external_id = '' THEN '' ELSE n.grown_code || external_id END"
    if table == "order_numbers" and column == "number":
        return "CASE WHEN kind = 'external' THEN n.grown_code || number ELSE " + NUMBER.format("number") + " END"
    if table == "order_numbers" and column == "digits":
        return "CASE WHEN digits = '' THEN '' ELSE " + NUMBER.format("digits") + " END"
    if table == "order_search" and column == "search_id":
        return f"search_id - ((n.grown_copy * {STEP_S}) << 11)"
    if table == "order_search" and column == "search_text":
        first = "substr(search_text, 1, instr(search_text, char(10)) - 1)"
        return NUMBER.format(first) + " || substr(search_text, instr(search_text, char(10)))"
    return column


def main():
    folder, times = sys.argv[1], int(sys.argv[2])
    if not 2 <= times <= len(LETTERS) ** 2:
        sys.exit("TIMES: from 2 to 400")
    base = sqlite3.connect(folder + "/commis.db", isolation_level=None)
    # A machine that stops in the middle leaves a folder to throw away.
    for setting in ("journal_mode = OFF", "synchronous = OFF", "cache_size = -4000000", "temp_store = MEMORY"):
        base.execute("PRAGMA " + setting)
    tables = [name for (name,) in base.execute(
        "SELECT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) c ON c.name = 'order_id' "
        "WHERE m.type = 'table' ORDER BY m.name <> 'orders', m.name <> 'payments', m.name")]
    base.execute("CREATE TEMP TABLE copies (grown_copy integer PRIMARY KEY, grown_code text)")
    base.executemany("INSERT INTO copies VALUES (?, ?)",
                     [(at, LETTERS[at // len(LETTERS)] + LETTERS[at % len(LETTERS)]) for at in range(1, times)])
    began = time.monotonic()
    base.execute("BEGIN IMMEDIATE")
    for table in tables:
        columns = [name for (name,) in base.execute("SELECT name FROM pragma_table_info(?)", (table,))]
        values = ", ".join(value(table, column) for column in columns)
        base.execute(f"INSERT OR IGNORE INTO {table} ({', '.join(columns)}) SELECT {values} "
                     f"FROM {table} CROSS JOIN temp.copies n WHERE order_id > '01L'")
        print(f"{table} after {time.monotonic() - began:.0f} s", flush=True)
    base.execute("INSERT INTO order_search_words (rowid, search_text) SELECT search_id, search_text FROM order_search "
                 "WHERE order_id < '01L' ORDER BY search_id")
    base.execute("COMMIT")
    base.execute("PRAGMA journal_mode = WAL")
    count = base.execute("SELECT count(*) FROM orders").fetchone()[0]
    print(f"{count} orders after {time.monotonic() - began:.0f} s")


main()
