#include "adapters/fake/books.hpp"

#include <algorithm>
#include <string>

namespace commis::fake {
namespace {

using domain::MoneyMove;
using ports::AccountingTransfer;

std::pair<std::int64_t, std::string> place_of(const MoneyMove& move) { return {move.booked_at_ms, move.id}; }

template <class T, class Key>
T& sum_at(std::vector<T>& sums, const T& like, const Key& key) {
    const auto found = std::ranges::find_if(sums, [&](const T& each) { return key(each) == key(like); });
    return found == sums.end() ? sums.emplace_back(like) : *found;
}

}  // namespace

std::vector<MoneyMove> BooksStore::moves_between(std::int64_t shop_id, std::int64_t from_ms, std::int64_t to_ms,
                                                 const std::optional<std::pair<std::int64_t, std::string>>& after,
                                                 std::int32_t limit) {
    std::vector<MoneyMove> found;
    for (const auto& [key, move] : data_.moves) {
        const bool is_asked = key.first == shop_id && move.booked_at_ms >= from_ms && move.booked_at_ms < to_ms &&
                              (!after || place_of(move) > *after);
        if (is_asked) found.push_back(move);
    }
    std::ranges::sort(found, {}, place_of);
    if (std::ssize(found) > limit) found.resize(static_cast<std::size_t>(limit));
    return found;
}

std::optional<MoneyMove> BooksStore::find_move(std::int64_t shop_id, std::string_view move_id) {
    const auto found = data_.moves.find({shop_id, std::string(move_id)});
    if (found == data_.moves.end()) return std::nullopt;
    return found->second;
}

std::vector<MoneyMove> BooksStore::moves_of_order(std::int64_t shop_id, std::string_view order_id) {
    std::vector<MoneyMove> found;
    for (const auto& [key, move] : data_.moves) {
        if (key.first == shop_id && move.order_id == order_id) found.push_back(move);
    }
    return found;
}

std::vector<ports::DocumentSum> BooksStore::document_sums(std::int64_t shop_id, std::int64_t from_ms,
                                                          std::int64_t to_ms) {
    std::vector<ports::DocumentSum> sums;
    const auto key_of = [](const ports::DocumentSum& sum) { return std::pair(id_of(sum.kind), sum.currency); };
    for (const auto& [key, issued] : data_.issued) {
        if (std::get<0>(key) != shop_id || !is_bill(issued->kind)) continue;
        if (issued->issued_at_ms < from_ms || issued->issued_at_ms >= to_ms) continue;
        ports::DocumentSum like{.kind = issued->kind, .currency = std::string(issued->currency.code())};
        ports::DocumentSum& sum = sum_at(sums, like, key_of);
        sum.count += 1;
        sum.amount_minor += issued->amount_minor;
        sum.tax_minor += issued->tax_minor;
    }
    std::ranges::sort(sums, {}, key_of);
    return sums;
}

std::vector<ports::MoveSum> BooksStore::move_sums(std::int64_t shop_id, std::int64_t from_ms, std::int64_t to_ms) {
    std::vector<ports::MoveSum> sums;
    const auto key_of = [](const ports::MoveSum& sum) {
        return std::tuple(id_of(sum.kind), sum.method, sum.provider, id_of(sum.source), sum.currency);
    };
    for (const auto& [key, move] : data_.moves) {
        if (key.first != shop_id || move.booked_at_ms < from_ms || move.booked_at_ms >= to_ms) continue;
        const ports::MoveSum like{.kind = move.kind,
                                  .method = move.method,
                                  .provider = move.provider,
                                  .source = move.source,
                                  .currency = std::string(move.currency.code())};
        ports::MoveSum& sum = sum_at(sums, like, key_of);
        sum.count += 1;
        sum.amount_minor += move.amount_minor;
        sum.fee_minor += move.fee_minor;
    }
    std::ranges::sort(sums, {}, key_of);
    return sums;
}

std::vector<AccountingTransfer> BooksStore::transfers_of(std::int64_t shop_id, std::string_view order_id) {
    std::vector<AccountingTransfer> found;
    for (const auto& [key, transfer] : data_.transfers) {
        if (key.first == shop_id && transfer.order_id == order_id) found.push_back(transfer);
    }
    return found;
}

std::vector<AccountingTransfer> BooksStore::due_transfers(std::int64_t now_ms, std::int32_t limit) {
    std::vector<AccountingTransfer> found;
    for (const auto& [key, transfer] : data_.transfers) {
        const bool is_due = transfer.status == ports::TransferStatus::waiting && transfer.due_at_ms <= now_ms;
        if (is_due) found.push_back(transfer);
    }
    std::ranges::sort(found, {},
                      [](const AccountingTransfer& each) { return std::pair(each.due_at_ms, each.document_id); });
    if (std::ssize(found) > limit) found.resize(static_cast<std::size_t>(limit));
    return found;
}

void BooksStore::add(const MoneyMove& move) { data_.moves.try_emplace({move.shop_id, move.id}, move); }

void BooksStore::queue(const AccountingTransfer& transfer) {
    data_.transfers.try_emplace({transfer.shop_id, transfer.document_id}, transfer);
}

void BooksStore::save(const AccountingTransfer& transfer) {
    const auto found = data_.transfers.find({transfer.shop_id, transfer.document_id});
    if (found == data_.transfers.end()) return;
    AccountingTransfer saved = transfer;
    saved.order_id = found->second.order_id;
    saved.created_at_ms = found->second.created_at_ms;
    found->second = std::move(saved);
}

}  // namespace commis::fake
