#include "adapters/sql/bank_store.hpp"

#include <algorithm>
#include <span>

#include "adapters/sql/bank_statements.hpp"
#include "adapters/sql/columns.hpp"
#include "adapters/sql/id_list.hpp"
#include "adapters/sql/json_text.hpp"
#include "adapters/sql/mapping_json.hpp"
#include "adapters/sql/values.hpp"

namespace commis::sql {
namespace {

using ports::BankRecord;

// Above every id: they are letters and digits.
constexpr std::string_view last_id = "~";

BankRecord read_record(const Rows& rows) {
    Columns columns(rows);
    BankRecord record;
    domain::BankEntry& entry = record.entry;
    record.shop_id = columns.integer();
    record.id = columns.text();
    record.statement_id = columns.text();
    entry.identity = columns.text();
    entry.booking_key = columns.text();
    entry.is_part = columns.flag();
    entry.account = columns.text();
    entry.amount.amount_minor = columns.integer();
    entry.amount.currency = domain::Currency::find(columns.view()).value_or(domain::Currency{});
    entry.is_credit = columns.flag();
    entry.is_return = columns.flag();
    entry.return_reason = columns.text();
    entry.booked_on = columns.text();
    entry.valued_on = columns.text();
    entry.bank_reference = columns.text();
    entry.end_to_end_id = columns.text();
    entry.reference = columns.text();
    entry.text = columns.text();
    entry.counterparty.name = columns.text();
    entry.counterparty.account = columns.text();
    record.status = columns.code<ports::BankStatus>();
    record.is_automatic = columns.flag();
    record.shares = shares_from(columns.view());
    record.returns_id = columns.text();
    record.settled_at_ms = columns.optional_integer();
    record.settled_by = columns.text();
    record.note = columns.text();
    record.created_at_ms = columns.integer();
    record.payout_id = columns.text();
    return record;
}

std::optional<BankRecord> read_one(Rows rows) {
    if (!rows.next()) return std::nullopt;
    return read_record(rows);
}

std::vector<BankRecord> read_all(Rows rows) {
    std::vector<BankRecord> records;
    while (rows.next()) records.push_back(read_record(rows));
    return records;
}

void add_ids(std::vector<std::string>& ids, Rows rows) {
    while (rows.next()) ids.push_back(rows.text(0));
}

// Each part of a list that one statement takes.
template <class Use>
void in_parts(const std::vector<std::string>& all, const Use& use) {
    for (std::size_t begin = 0; begin < all.size(); begin += list_length_max) {
        use(std::span(all).subspan(begin, std::min(list_length_max, all.size() - begin)));
    }
}

}  // namespace

std::optional<BankRecord> BankReader::find(std::int64_t shop_id, std::string_view entry_id) {
    return read_one(session_.query(bank_sql::find, {shop_id, entry_id}));
}

std::vector<BankRecord> BankReader::find_many(std::int64_t shop_id, const std::vector<std::string>& entry_ids) {
    std::vector<BankRecord> records;
    in_parts(entry_ids, [&](std::span<const std::string> asked) {
        const auto params = list_params(shop_id, asked);
        const auto statement = with_list(bank_sql::find_many, bank_sql::these_entries, list_length(asked.size()), "");
        auto found = read_all(session_.query(statement, Params(params)));
        std::ranges::move(found, std::back_inserter(records));
    });
    return records;
}

std::vector<BankRecord> BankReader::list(const ports::BankFilter& filter) {
    const std::string_view below = filter.after_id.empty() ? last_id : std::string_view(filter.after_id);
    if (!filter.status) return read_all(session_.query(bank_sql::list, {filter.shop_id, below, filter.limit}));
    return read_all(
        session_.query(bank_sql::list_status, {filter.shop_id, below, filter.limit, code_of(*filter.status)}));
}

std::int64_t BankReader::count(std::int64_t shop_id, ports::BankStatus status, std::int64_t limit) {
    Rows rows = session_.query(bank_sql::count, {shop_id, code_of(status), limit});
    return rows.next() ? rows.integer(0) : 0;
}

std::optional<BankRecord> BankReader::find_identity(std::int64_t shop_id, std::string_view identity) {
    return read_one(session_.query(bank_sql::find_identity, {shop_id, identity}));
}

std::vector<BankRecord> BankReader::of_booking(std::int64_t shop_id, std::string_view booking_key) {
    return read_all(session_.query(bank_sql::of_booking, {shop_id, booking_key}));
}

std::vector<BankRecord> BankReader::booked_of(std::int64_t shop_id, std::int64_t amount_minor) {
    return read_all(session_.query(bank_sql::booked_of, {shop_id, amount_minor}));
}

std::vector<BankRecord> BankReader::open_of(std::int64_t shop_id, std::int64_t amount_minor) {
    return read_all(session_.query(bank_sql::open_of, {shop_id, amount_minor}));
}

std::optional<ports::BankStatementRow> BankReader::newest_statement(std::int64_t shop_id) {
    Rows rows = session_.query(bank_sql::newest_statement, {shop_id});
    if (!rows.next()) return std::nullopt;
    return ports::BankStatementRow{rows.integer(0), rows.text(1), rows.text(2),   rows.integer(3),
                                   rows.integer(4), rows.text(5), rows.integer(6)};
}

std::vector<ports::SavedMapping> BankReader::mappings(std::int64_t shop_id) {
    Rows rows = session_.query(bank_sql::list_mappings, {shop_id});
    std::vector<ports::SavedMapping> saved;
    while (rows.next()) saved.push_back({rows.integer(0), mapping_from(rows.view(1)), rows.text(2), rows.integer(3)});
    return saved;
}

std::vector<std::string> BankReader::orders_with_digits(std::int64_t shop_id, const std::vector<std::string>& digits) {
    std::vector<std::string> ids;
    in_parts(digits, [&](std::span<const std::string> asked) {
        const auto params = list_params(shop_id, asked);
        const std::size_t length = list_length(asked.size());
        const auto whole = with_list(bank_sql::orders_with, bank_sql::these_digits, length, bank_sql::some_digits);
        const auto ending = with_list(bank_sql::orders_ending_in, bank_sql::these_tails, length, bank_sql::some_tails);
        add_ids(ids, session_.query(whole, Params(params)));
        add_ids(ids, session_.query(ending, Params(params)));
    });
    std::ranges::sort(ids);
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    return ids;
}

std::vector<std::string> BankReader::orders_with_due(std::int64_t shop_id, std::int64_t amount_minor) {
    std::vector<std::string> ids;
    add_ids(ids, session_.query(bank_sql::orders_with_due, {shop_id, amount_minor}));
    return ids;
}

bool BankStore::insert(const BankRecord& record) {
    const domain::BankEntry& entry = record.entry;
    Values values;
    values.add(record.shop_id, record.id, record.statement_id, entry.identity, entry.booking_key, entry.is_part,
               entry.account, entry.amount.amount_minor, entry.amount.currency.code(), entry.is_credit, entry.is_return,
               entry.return_reason, entry.booked_on, entry.valued_on, entry.bank_reference, entry.end_to_end_id,
               entry.reference, entry.text, entry.counterparty.name, entry.counterparty.account, code_of(record.status),
               record.is_automatic);
    values.keep(to_json(record.shares));
    values.add(record.returns_id, record.settled_at_ms, record.settled_by, record.note, record.created_at_ms,
               record.payout_id);
    return session_.execute(bank_sql::insert, values.params()) == 1;
}

std::optional<BankRecord> BankStore::lock(std::int64_t shop_id, std::string_view entry_id) {
    return read_one(session_.query(bank_sql::lock, {shop_id, entry_id}));
}

void BankStore::save(const BankRecord& record) {
    Values values;
    values.add(record.shop_id, record.id, code_of(record.status), record.is_automatic);
    values.keep(to_json(record.shares));
    values.add(record.returns_id, record.settled_at_ms, record.settled_by, record.note, record.payout_id);
    session_.execute(bank_sql::update, values.params());
}

void BankStore::insert_statement(const ports::BankStatementRow& statement) {
    session_.execute(bank_sql::insert_statement, {statement.shop_id, statement.id, statement.name, statement.entries,
                                                  statement.known, statement.by, statement.created_at_ms});
}

void BankStore::save_mapping(const ports::SavedMapping& saved) {
    Values values;
    values.add(saved.shop_id, saved.mapping.account);
    values.keep(to_json(saved.mapping));
    values.add(saved.by, saved.updated_at_ms);
    session_.execute(bank_sql::save_mapping, values.params());
}

bool BankStore::remove_mapping(std::int64_t shop_id, std::string_view account) {
    return session_.execute(bank_sql::remove_mapping, {shop_id, account}) == 1;
}

}  // namespace commis::sql
