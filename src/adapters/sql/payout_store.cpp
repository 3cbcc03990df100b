#include "adapters/sql/payout_store.hpp"

#include <limits>

#include "adapters/sql/columns.hpp"
#include "adapters/sql/payout_codes.hpp"
#include "adapters/sql/payout_statements.hpp"
#include "adapters/sql/values.hpp"

namespace commis::sql {
namespace {

using ports::PayoutLine;
using ports::PayoutRecord;

constexpr std::int64_t end_of_time_ms = std::numeric_limits<std::int64_t>::max();

PayoutRecord read_record(const Rows& rows) {
    Columns columns(rows);
    PayoutRecord record;
    domain::PayoutReport& report = record.report;
    record.shop_id = columns.integer();
    record.id = columns.text();
    report.provider = columns.text();
    report.account = columns.text();
    report.reference = columns.text();
    report.status = columns.code<domain::PayoutStatus>();
    report.amount_minor = columns.integer();
    report.currency = domain::Currency::find(columns.view()).value_or(domain::Currency{});
    report.arrives_at_ms = columns.integer();
    report.fault = columns.text();
    record.items = columns.integer();
    record.unmatched = columns.integer();
    record.gross_minor = columns.integer();
    record.fee_minor = columns.integer();
    record.net_minor = columns.integer();
    record.bank_entry_id = columns.text();
    record.settled_at_ms = columns.optional_integer();
    record.settled_by = columns.text();
    record.told_by = columns.text();
    record.created_at_ms = columns.integer();
    return record;
}

PayoutLine read_line(const Rows& rows) {
    Columns columns(rows);
    PayoutLine line;
    domain::PayoutItem& item = line.item;
    item.kind = columns.code<domain::PayoutItemKind>();
    item.reference = columns.text();
    item.payment_reference = columns.text();
    item.text = columns.text();
    item.gross_minor = columns.integer();
    item.fee_minor = columns.integer();
    item.net_minor = columns.integer();
    item.at_ms = columns.optional_integer();
    line.order_id = columns.text();
    line.order_number = columns.text();
    line.payment_id = columns.text();
    line.entry_id = columns.text();
    return line;
}

std::optional<PayoutRecord> read_one(Rows rows) {
    if (!rows.next()) return std::nullopt;
    return read_record(rows);
}

std::vector<PayoutRecord> read_all(Rows rows) {
    std::vector<PayoutRecord> records;
    while (rows.next()) records.push_back(read_record(rows));
    return records;
}

std::int64_t first_number(Rows rows) { return rows.next() ? rows.integer(0) : 0; }

}  // namespace

std::optional<PayoutRecord> PayoutReader::find(std::int64_t shop_id, std::string_view payout_id) {
    return read_one(session_.query(payout_sql::find, {shop_id, payout_id}));
}

std::optional<PayoutRecord> PayoutReader::find_report(std::int64_t shop_id, const domain::PayoutReport& report) {
    return read_one(
        session_.query(payout_sql::find_report, {shop_id, report.provider, report.account, report.reference}));
}

std::vector<PayoutRecord> PayoutReader::list(const ports::PayoutFilter& filter) {
    const Statement& statement = filter.is_awaited ? payout_sql::list_awaited : payout_sql::list;
    return read_all(session_.query(
        statement, {filter.shop_id, filter.below_at_ms.value_or(end_of_time_ms), filter.below_id, filter.limit}));
}

std::vector<PayoutLine> PayoutReader::lines(std::int64_t shop_id, std::string_view payout_id) {
    std::vector<PayoutLine> lines;
    Rows rows = session_.query(payout_sql::lines, {shop_id, payout_id});
    while (rows.next()) lines.push_back(read_line(rows));
    return lines;
}

std::vector<PayoutRecord> PayoutReader::awaited_of(std::int64_t shop_id, std::int64_t amount_minor) {
    return read_all(session_.query(payout_sql::awaited_of, {shop_id, amount_minor}));
}

std::vector<ports::OpenCapture> PayoutReader::open_captures(const ports::OpenCaptureFilter& filter) {
    std::vector<ports::OpenCapture> captures;
    Rows rows = session_.query(payout_sql::open_captures,
                               {filter.shop_id, filter.before_ms, filter.above_at_ms.value_or(-end_of_time_ms),
                                filter.above_order_id, filter.above_entry_id, filter.limit});
    while (rows.next()) {
        captures.push_back({rows.text(0), rows.text(1), rows.text(2), rows.integer(3), rows.integer(4)});
    }
    return captures;
}

std::int64_t PayoutReader::count_open_captures(std::int64_t shop_id, std::int64_t before_ms, std::int64_t limit) {
    return first_number(session_.query(payout_sql::count_open_captures, {shop_id, before_ms, limit}));
}

std::int64_t PayoutReader::count_awaited(std::int64_t shop_id, std::int64_t limit) {
    return first_number(session_.query(payout_sql::count_awaited, {shop_id, limit}));
}

std::optional<ports::PayoutFetch> PayoutReader::fetch(std::int64_t shop_id, std::string_view provider,
                                                      std::string_view account) {
    Rows rows = session_.query(payout_sql::find_fetch, {shop_id, provider, account});
    if (!rows.next()) return std::nullopt;
    return ports::PayoutFetch{rows.integer(0), rows.text(1), rows.text(2), rows.integer(3), rows.text(4)};
}

bool PayoutStore::insert(const PayoutRecord& record) {
    const domain::PayoutReport& report = record.report;
    Values values;
    values.add(record.shop_id, record.id, report.provider, report.account, report.reference, code_of(report.status),
               report.amount_minor, report.currency.code(), report.arrives_at_ms, report.fault, record.items,
               record.unmatched, record.gross_minor, record.fee_minor, record.net_minor, record.bank_entry_id,
               record.settled_at_ms, record.settled_by, record.told_by, record.created_at_ms);
    return session_.execute(payout_sql::insert, values.params()) == 1;
}

std::optional<PayoutRecord> PayoutStore::lock(std::int64_t shop_id, std::string_view payout_id) {
    return read_one(session_.query(payout_sql::lock, {shop_id, payout_id}));
}

void PayoutStore::save(const PayoutRecord& record) {
    const domain::PayoutReport& report = record.report;
    Values values;
    values.add(record.shop_id, record.id, code_of(report.status), report.amount_minor, report.arrives_at_ms,
               report.fault, record.items, record.unmatched, record.gross_minor, record.fee_minor, record.net_minor,
               record.bank_entry_id, record.settled_at_ms, record.settled_by);
    session_.execute(payout_sql::update, values.params());
}

void PayoutStore::replace_lines(std::int64_t shop_id, std::string_view payout_id,
                                const std::vector<PayoutLine>& lines) {
    session_.execute(payout_sql::remove_lines, {shop_id, payout_id});
    if (lines.empty()) return;
    Values values;
    std::int64_t position = 0;
    for (const PayoutLine& line : lines) {
        const domain::PayoutItem& item = line.item;
        values.add(shop_id, payout_id, position++, code_of(item.kind), item.reference, item.payment_reference,
                   item.text, item.gross_minor, item.fee_minor, item.net_minor, item.at_ms, line.order_id,
                   line.order_number, line.payment_id, line.entry_id);
    }
    insert_rows(session_, payout_sql::insert_lines, values.params());
}

void PayoutStore::mark_paid_out(std::int64_t shop_id, std::string_view payout_id,
                                const std::vector<PayoutLine>& lines) {
    for (const PayoutLine& line : lines) {
        const bool is_capture = line.item.kind == domain::PayoutItemKind::payment && !line.entry_id.empty();
        if (is_capture) session_.execute(payout_sql::mark, {shop_id, line.order_id, line.entry_id, payout_id});
    }
}

void PayoutStore::save_fetch(const ports::PayoutFetch& fetch) {
    session_.execute(payout_sql::save_fetch,
                     {fetch.shop_id, fetch.provider, fetch.account, fetch.fetched_at_ms, fetch.fault});
}

}  // namespace commis::sql
