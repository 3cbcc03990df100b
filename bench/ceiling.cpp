// The ceilings of script/bench: what SQLite alone does with the very rows that the server wrote. `place` writes the
// rows of placed orders again, into an empty shop with the same schema, many orders to one durable commit; `act` writes
// what an action changed, into the shop as it was before; `list` reads the page that the order list shows, `search`
// asks for the words of a search. No server, no check, no JSON stands around it.
#include <sqlite3.h>

#include <chrono>
#include <cstdint>
#include <fstream>
#include <iostream>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

namespace commis::bench {
namespace {

struct CloseDatabase {
    void operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
};
struct FinalizeStatement {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
struct FreeValue {
    void operator()(sqlite3_value* value) const { sqlite3_value_free(value); }
};
using Database = std::unique_ptr<sqlite3, CloseDatabase>;
using Statement = std::unique_ptr<sqlite3_stmt, FinalizeStatement>;
using Value = std::unique_ptr<sqlite3_value, FreeValue>;

void require(sqlite3* handle, bool good, const std::string& what) {
    if (!good) throw std::runtime_error(what + ": " + sqlite3_errmsg(handle));
}

void run(sqlite3* handle, const std::string& text) {
    require(handle, sqlite3_exec(handle, text.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK, text);
}

// The same settings as the server's connections.
Database open(const std::string& path) {
    sqlite3* raw = nullptr;
    const int code = sqlite3_open_v2(path.c_str(), &raw, SQLITE_OPEN_READWRITE, nullptr);
    Database handle(raw);
    require(raw, code == SQLITE_OK, path);
    sqlite3_busy_timeout(raw, 5'000);
    for (const auto* pragma : {"journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "temp_store = MEMORY",
                               "cache_size = -16384", "mmap_size = 67108864"})
        run(raw, std::string("PRAGMA ") + pragma);
    return handle;
}

Statement prepare(sqlite3* handle, const std::string& text) {
    sqlite3_stmt* raw = nullptr;
    require(handle, sqlite3_prepare_v3(handle, text.c_str(), -1, SQLITE_PREPARE_PERSISTENT, &raw, nullptr) == SQLITE_OK,
            text);
    return Statement(raw);
}

std::string text_at(sqlite3_stmt* statement, int column) {
    const auto* text = sqlite3_column_text(statement, column);
    return text == nullptr ? "" : reinterpret_cast<const char*>(text);
}

std::vector<std::string> first_column(sqlite3* handle, const std::string& text) {
    std::vector<std::string> found;
    const auto statement = prepare(handle, text);
    while (sqlite3_step(statement.get()) == SQLITE_ROW) found.push_back(text_at(statement.get(), 0));
    return found;
}

struct Row {
    std::size_t insert;  // Which of the insert statements takes it.
    std::vector<Value> values;
};
using OrderRows = std::vector<Row>;

void load(sqlite3* source, const std::string& text, const std::string& order_id, std::size_t insert, OrderRows& into) {
    const auto statement = prepare(source, text);
    sqlite3_bind_text(statement.get(), 1, order_id.c_str(), -1, SQLITE_TRANSIENT);
    while (sqlite3_step(statement.get()) == SQLITE_ROW) {
        Row row{insert, {}};
        for (int column = 0; column < sqlite3_column_count(statement.get()); ++column)
            row.values.emplace_back(sqlite3_value_dup(sqlite3_column_value(statement.get(), column)));
        into.push_back(std::move(row));
    }
}

std::string placeholders(std::size_t count) {
    std::string text = "?";
    for (std::size_t at = 1; at < count; ++at) text += ", ?";
    return text;
}

// Every table that names an order, by what the schema itself says, so that the ceiling follows the schema.
struct Loaded {
    std::vector<std::string> inserts;
    std::vector<OrderRows> orders;
};

Loaded load_orders(sqlite3* source, int order_count) {
    Loaded loaded;
    std::vector<std::string> selects;
    const auto tables =
        first_column(source,
                     "SELECT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) c "
                     "WHERE m.type = 'table' AND c.name = 'order_id' ORDER BY m.name <> 'orders', m.name");
    for (const auto& table : tables) {
        const auto columns = first_column(source, "SELECT name FROM pragma_table_info('" + table + "')");
        selects.push_back("SELECT * FROM " + table + " WHERE shop_id = (SELECT shop_id FROM shops) AND order_id = ?1");
        loaded.inserts.push_back("INSERT INTO " + table + " VALUES (" + placeholders(columns.size()) + ")");
    }
    // The index over the search text is filled beside its table.
    selects.emplace_back(
        "SELECT search_id, search_text FROM order_search WHERE shop_id = (SELECT shop_id FROM shops) AND order_id = "
        "?1");
    loaded.inserts.emplace_back("INSERT INTO order_search_words (rowid, search_text) VALUES (?, ?)");
    const auto ids = first_column(
        source, "SELECT order_id FROM orders WHERE shop_id = (SELECT shop_id FROM shops) ORDER BY placed_at_ms LIMIT " +
                    std::to_string(order_count));
    for (const auto& id : ids) {
        OrderRows rows;
        for (std::size_t at = 0; at < selects.size(); ++at) load(source, selects[at], id, at, rows);
        loaded.orders.push_back(std::move(rows));
    }
    return loaded;
}

double seconds_since(std::chrono::steady_clock::time_point began) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
}

void write_order(sqlite3* handle, const OrderRows& rows, const std::vector<Statement>& inserts) {
    for (const auto& row : rows) {
        sqlite3_stmt* insert = inserts[row.insert].get();
        for (std::size_t at = 0; at < row.values.size(); ++at)
            sqlite3_bind_value(insert, static_cast<int>(at + 1), row.values[at].get());
        require(handle, sqlite3_step(insert) == SQLITE_DONE, "insert");
        sqlite3_reset(insert);
    }
}

int place(const std::string& source_path, const std::string& empty_path, int batch, int order_count) {
    const auto source = open(source_path);
    const auto empty = open(empty_path);
    const auto loaded = load_orders(source.get(), order_count);
    std::vector<Statement> inserts;
    for (const auto& text : loaded.inserts) inserts.push_back(prepare(empty.get(), text));
    const auto number =
        prepare(empty.get(),
                "UPDATE number_ranges SET next_number = next_number + 1 WHERE shop_id = (SELECT shop_id FROM shops)");
    const auto began = std::chrono::steady_clock::now();
    std::size_t at = 0;
    while (at < loaded.orders.size()) {
        run(empty.get(), "BEGIN IMMEDIATE");
        // Rows come table by table in the order of their names, so a child may stand before its parent.
        run(empty.get(), "PRAGMA defer_foreign_keys = ON");
        for (int in_batch = 0; in_batch < batch && at < loaded.orders.size(); ++in_batch, ++at) {
            run(empty.get(), "SAVEPOINT command");
            sqlite3_step(number.get());
            sqlite3_reset(number.get());
            write_order(empty.get(), loaded.orders[at], inserts);
            run(empty.get(), "RELEASE command");
        }
        run(empty.get(), "COMMIT");
    }
    std::cout << static_cast<std::int64_t>(static_cast<double>(loaded.orders.size()) / seconds_since(began)) << '\n';
    return 0;
}

// A copy of one moment, also beside a server that is at work.
int copy(const std::string& path, const std::string& to) {
    const auto source = open(path);
    run(source.get(), "VACUUM INTO '" + to + "'");
    return 0;
}

// What an action wrote into an order: columns of its row, and rows that were not there before.
struct Action {
    std::vector<Value> columns;
    OrderRows rows;
};

// The columns that differ in the first order that changed; the same action changes the same ones in all of them.
std::vector<std::string> changed_columns(sqlite3* handle, const std::string& order_id) {
    std::vector<std::string> columns;
    for (const auto& name : first_column(handle, "SELECT name FROM pragma_table_info('orders')")) {
        const auto differs = first_column(
            handle, "SELECT 1 FROM after.orders a JOIN main.orders b ON b.shop_id = a.shop_id AND b.order_id = " +
                        std::string("a.order_id WHERE a.order_id = '") + order_id + "' AND a." + name + " IS NOT b." +
                        name);
        if (!differs.empty()) columns.push_back(name);
    }
    return columns;
}

int act(const std::string& after_path, const std::string& before_path, int batch, int order_count) {
    const auto base = open(before_path);
    run(base.get(), "ATTACH '" + after_path + "' AS after");
    const auto ids = first_column(base.get(),
                                  "SELECT a.order_id FROM after.orders a JOIN main.orders b ON b.shop_id = a.shop_id "
                                  "AND b.order_id = a.order_id WHERE a.version <> b.version LIMIT " +
                                      std::to_string(order_count));
    if (ids.empty()) throw std::runtime_error("no order has changed");
    const auto columns = changed_columns(base.get(), ids.front());
    std::string list;
    std::string sets;
    for (const auto& name : columns) {
        list += (list.empty() ? "" : ", ") + name;
        sets += (sets.empty() ? "" : ", ") + name + " = ?";
    }
    const std::string key = " WHERE shop_id = (SELECT shop_id FROM shops) AND order_id = ?1";
    std::vector<std::string> selects;
    std::vector<std::string> inserts;
    for (const auto& table : first_column(base.get(),
                                          "SELECT m.name FROM main.sqlite_master m JOIN pragma_table_info(m.name) c "
                                          "WHERE m.type = 'table' AND c.name = 'order_id' AND m.name <> 'orders'")) {
        const auto width = first_column(base.get(), "SELECT name FROM pragma_table_info('" + table + "')").size();
        selects.push_back("SELECT * FROM after." + table + key + " EXCEPT SELECT * FROM main." + table + key);
        inserts.push_back("INSERT OR REPLACE INTO " + table + " VALUES (" + placeholders(width) + ")");
    }
    std::vector<Action> actions;
    for (const auto& id : ids) {
        Action action;
        OrderRows found;
        load(base.get(), "SELECT " + list + ", order_id FROM after.orders" + key, id, 0, found);
        action.columns = std::move(found.at(0).values);
        for (std::size_t at = 0; at < selects.size(); ++at) load(base.get(), selects[at], id, at, action.rows);
        actions.push_back(std::move(action));
    }
    run(base.get(), "DETACH after");
    std::vector<Statement> statements;
    for (const auto& text : inserts) statements.push_back(prepare(base.get(), text));
    const auto update = prepare(
        base.get(), "UPDATE orders SET " + sets + " WHERE shop_id = (SELECT shop_id FROM shops) AND order_id = ?");
    const auto began = std::chrono::steady_clock::now();
    for (std::size_t at = 0; at < actions.size();) {
        run(base.get(), "BEGIN IMMEDIATE");
        run(base.get(), "PRAGMA defer_foreign_keys = ON");
        for (int in_batch = 0; in_batch < batch && at < actions.size(); ++in_batch, ++at) {
            run(base.get(), "SAVEPOINT command");
            for (std::size_t column = 0; column < actions[at].columns.size(); ++column)
                sqlite3_bind_value(update.get(), static_cast<int>(column + 1), actions[at].columns[column].get());
            require(base.get(), sqlite3_step(update.get()) == SQLITE_DONE, "update");
            sqlite3_reset(update.get());
            write_order(base.get(), actions[at].rows, statements);
            run(base.get(), "RELEASE command");
        }
        run(base.get(), "COMMIT");
    }
    std::cout << static_cast<std::int64_t>(static_cast<double>(actions.size()) / seconds_since(began)) << '\n';
    return 0;
}

int list(const std::string& path, const std::string& state, int seconds) {
    const auto handle = open(path);
    // What the list shows stands first in the table, up to the tags.
    const auto columns =
        first_column(handle.get(),
                     "SELECT group_concat(name, ', ') FROM (SELECT name FROM pragma_table_info('orders') "
                     "WHERE cid <= (SELECT cid FROM pragma_table_info('orders') WHERE name = 'tags'))");
    const auto page =
        prepare(handle.get(), "SELECT " + columns.at(0) +
                                  " FROM orders WHERE shop_id = (SELECT shop_id FROM shops) AND state = ?1 "
                                  "ORDER BY placed_at_ms DESC, order_id DESC LIMIT 50");
    sqlite3_bind_text(page.get(), 1, state.c_str(), -1, SQLITE_TRANSIENT);
    const auto began = std::chrono::steady_clock::now();
    std::int64_t pages = 0;
    std::size_t bytes = 0;
    while (seconds_since(began) < seconds) {
        while (sqlite3_step(page.get()) == SQLITE_ROW)
            for (int column = 0; column < sqlite3_column_count(page.get()); ++column)
                bytes += text_at(page.get(), column).size();
        sqlite3_reset(page.get());
        ++pages;
    }
    if (bytes == 0) throw std::runtime_error("the page is empty: no order in state " + state);
    std::cout << static_cast<std::int64_t>(static_cast<double>(pages) / seconds_since(began)) << '\n';
    return 0;
}

// The index's own question for one word after the other: the newest 51 rows that hold it.
int search(const std::string& path, const std::string& words_path, int seconds) {
    const auto handle = open(path);
    const auto find = prepare(handle.get(),
                              "SELECT h.order_id FROM order_search_words w CROSS JOIN order_search h "
                              "WHERE w.order_search_words MATCH ?1 AND h.search_id = w.rowid "
                              "AND h.shop_id = (SELECT shop_id FROM shops) ORDER BY w.rowid DESC LIMIT 51");
    std::vector<std::string> words;
    std::ifstream file(words_path);
    for (std::string word; std::getline(file, word);) words.push_back('"' + word + '"');
    if (words.empty()) throw std::runtime_error("no word in " + words_path);
    const auto began = std::chrono::steady_clock::now();
    std::size_t asked = 0;
    std::size_t found = 0;
    for (; seconds_since(began) < seconds; ++asked) {
        const std::string& word = words[asked % words.size()];
        sqlite3_bind_text(find.get(), 1, word.c_str(), -1, SQLITE_TRANSIENT);
        while (sqlite3_step(find.get()) == SQLITE_ROW) found += text_at(find.get(), 0).size();
        sqlite3_reset(find.get());
    }
    if (found == 0) throw std::runtime_error("nothing was found");
    std::cout << static_cast<std::int64_t>(static_cast<double>(asked) / seconds_since(began)) << '\n';
    return 0;
}

// Small questions of the script, so that it needs no other program for them.
int ask(const std::string& path, const std::string& text) {
    const auto handle = open(path);
    for (const auto& answer : first_column(handle.get(), text)) std::cout << answer << '\n';
    return 0;
}

int choose(const std::vector<std::string>& words) {
    const auto is = [&](const char* name, std::size_t size) { return words.size() == size && words[0] == name; };
    if (is("place", 5)) return place(words[1], words[2], std::stoi(words[3]), std::stoi(words[4]));
    if (is("copy", 3)) return copy(words[1], words[2]);
    if (is("act", 5)) return act(words[1], words[2], std::stoi(words[3]), std::stoi(words[4]));
    if (is("list", 4)) return list(words[1], words[2], std::stoi(words[3]));
    if (is("search", 4)) return search(words[1], words[2], std::stoi(words[3]));
    if (is("newest", 4))
        return ask(words[1], "SELECT order_id FROM orders WHERE shop_id = (SELECT shop_id FROM shops) AND state = '" +
                                 words[2] + "' ORDER BY placed_at_ms DESC LIMIT " +
                                 std::to_string(std::stoi(words[3])));
    if (is("count", 2)) return ask(words[1], "SELECT count(*) FROM orders");
    if (is("ids", 2))
        return ask(words[1], "SELECT order_id FROM orders WHERE shop_id = (SELECT shop_id FROM shops) LIMIT 40000");
    if (is("state", 2)) return ask(words[1], "SELECT state FROM orders GROUP BY state ORDER BY count(*) DESC LIMIT 1");
    std::cerr << "usage: commis_bench_ceiling place FILLED EMPTY BATCH ORDERS | list FILLED STATE SECONDS\n"
                 "       commis_bench_ceiling copy FILLED TO | act AFTER BEFORE BATCH ORDERS\n"
                 "       commis_bench_ceiling search FILLED WORDS SECONDS | newest FILLED STATE COUNT\n"
                 "       commis_bench_ceiling count|ids|state FILLED\n";
    return 2;
}

}  // namespace
}  // namespace commis::bench

int main(int count, char** texts) {
    try {
        return commis::bench::choose({texts + 1, texts + count});
    } catch (const std::exception& fault) {
        std::cerr << fault.what() << '\n';
        return 1;
    }
}
