#include "adapters/sql/books_store.hpp"

#include "adapters/sql/books_statements.hpp"
#include "adapters/sql/columns.hpp"
#include "adapters/sql/values.hpp"

namespace commis::sql {

template <>
inline constexpr int code_count<domain::MoveKind> = domain::move_kind_count;
template <>
inline constexpr int code_count<ports::TransferStatus> = ports::transfer_status_count;

namespace {

domain::MoneyMove read_move(const Rows& rows) {
    Columns columns(rows);
    domain::MoneyMove move;
    move.shop_id = columns.integer();
    move.id = columns.text();
    move.kind = columns.code<domain::MoveKind>();
    move.booked_at_ms = columns.integer();
    move.value_at_ms = columns.integer();
    move.order_id = columns.text();
    move.order_number = columns.text();
    move.buyer = columns.text();
    move.payment_id = columns.text();
    move.method = columns.text();
    move.provider = columns.text();
    move.account = columns.text();
    move.source = columns.code<domain::Source>();
    move.amount_minor = columns.integer();
    move.fee_minor = columns.integer();
    move.currency = domain::Currency::find(columns.view()).value_or(domain::Currency{});
    move.reference = columns.text();
    return move;
}

std::vector<domain::MoneyMove> read_moves(Rows rows) {
    std::vector<domain::MoneyMove> moves;
    while (rows.next()) moves.push_back(read_move(rows));
    return moves;
}

std::vector<ports::AccountingTransfer> read_transfers(Rows rows) {
    std::vector<ports::AccountingTransfer> transfers;
    while (rows.next()) {
        Columns columns(rows);
        ports::AccountingTransfer& transfer = transfers.emplace_back();
        transfer.shop_id = columns.integer();
        transfer.document_id = columns.text();
        transfer.order_id = columns.text();
        transfer.status = columns.code<ports::TransferStatus>();
        transfer.link = columns.text();
        transfer.fault = columns.text();
        transfer.attempts = columns.integer();
        transfer.due_at_ms = columns.integer();
        transfer.created_at_ms = columns.integer();
        transfer.done_at_ms = columns.optional_integer();
    }
    return transfers;
}

}  // namespace

std::vector<domain::MoneyMove> BooksReader::moves_between(
    std::int64_t shop_id, std::int64_t from_ms, std::int64_t to_ms,
    const std::optional<std::pair<std::int64_t, std::string>>& after, std::int32_t limit) {
    const auto& [after_ms, after_id] = after ? *after : std::pair(from_ms, std::string());
    return read_moves(session_.query(books_sql::moves_between, {shop_id, after_ms, after_id, to_ms, limit}));
}

std::optional<domain::MoneyMove> BooksReader::find_move(std::int64_t shop_id, std::string_view move_id) {
    Rows rows = session_.query(books_sql::find_move, {shop_id, move_id});
    if (!rows.next()) return std::nullopt;
    return read_move(rows);
}

std::vector<domain::MoneyMove> BooksReader::moves_of_order(std::int64_t shop_id, std::string_view order_id) {
    return read_moves(session_.query(books_sql::moves_of_order, {shop_id, order_id}));
}

std::vector<ports::DocumentSum> BooksReader::document_sums(std::int64_t shop_id, std::int64_t from_ms,
                                                           std::int64_t to_ms) {
    Rows rows = session_.query(books_sql::document_sums, {shop_id, from_ms, to_ms});
    std::vector<ports::DocumentSum> sums;
    while (rows.next()) {
        Columns columns(rows);
        ports::DocumentSum& sum = sums.emplace_back();
        sum.kind = columns.code<domain::DocumentKind>();
        sum.currency = columns.text();
        sum.count = columns.integer();
        sum.amount_minor = columns.integer();
        sum.tax_minor = columns.integer();
    }
    return sums;
}

std::vector<ports::MoveSum> BooksReader::move_sums(std::int64_t shop_id, std::int64_t from_ms, std::int64_t to_ms) {
    Rows rows = session_.query(books_sql::move_sums, {shop_id, from_ms, to_ms});
    std::vector<ports::MoveSum> sums;
    while (rows.next()) {
        Columns columns(rows);
        ports::MoveSum& sum = sums.emplace_back();
        sum.kind = columns.code<domain::MoveKind>();
        sum.method = columns.text();
        sum.provider = columns.text();
        sum.source = columns.code<domain::Source>();
        sum.currency = columns.text();
        sum.count = columns.integer();
        sum.amount_minor = columns.integer();
        sum.fee_minor = columns.integer();
    }
    return sums;
}

std::vector<ports::AccountingTransfer> BooksReader::transfers_of(std::int64_t shop_id, std::string_view order_id) {
    return read_transfers(session_.query(books_sql::transfers_of, {shop_id, order_id}));
}

std::vector<ports::AccountingTransfer> BooksReader::due_transfers(std::int64_t now_ms, std::int32_t limit) {
    return read_transfers(session_.query(books_sql::due, {now_ms, limit}));
}

void BooksStore::add(const domain::MoneyMove& move) {
    Values values;
    values.add(move.shop_id, move.id, code_of(move.kind), move.booked_at_ms, move.value_at_ms, move.order_id,
               move.order_number, move.buyer, move.payment_id, move.method, move.provider, move.account,
               code_of(move.source), move.amount_minor, move.fee_minor, move.currency.code(), move.reference);
    session_.send(books_sql::insert_move, values.params());
}

void BooksStore::queue(const ports::AccountingTransfer& transfer) {
    Values values;
    values.add(transfer.shop_id, transfer.document_id, transfer.order_id, code_of(transfer.status), transfer.link,
               transfer.fault, transfer.attempts, transfer.due_at_ms, transfer.created_at_ms, transfer.done_at_ms);
    session_.send(books_sql::queue, values.params());
}

void BooksStore::save(const ports::AccountingTransfer& transfer) {
    session_.execute(books_sql::save, {transfer.shop_id, transfer.document_id, code_of(transfer.status), transfer.link,
                                       transfer.fault, transfer.attempts, transfer.due_at_ms, transfer.done_at_ms});
}

}  // namespace commis::sql
