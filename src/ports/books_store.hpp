// The register of money that moved (domain/money_move.hpp), sums over it and over issued documents, and what was
// handed to the accounting system. Rows of the register are added and never changed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "domain/money_move.hpp"

namespace commis::ports {

// What was invoiced or credited in a time, counted by the database from what was registered.
struct DocumentSum {
    domain::DocumentKind kind = domain::DocumentKind::invoice;
    std::string currency{};
    std::int64_t count = 0;
    std::int64_t amount_minor = 0;  // With tax.
    std::int64_t tax_minor = 0;
    friend bool operator==(const DocumentSum&, const DocumentSum&) = default;
};

// What moved in a time, of one kind, method and service.
struct MoveSum {
    domain::MoveKind kind = domain::MoveKind::payment;
    std::string method{};
    std::string provider{};
    domain::Source source = domain::Source::operator_entry;
    std::string currency{};
    std::int64_t count = 0;
    std::int64_t amount_minor = 0;
    std::int64_t fee_minor = 0;
    friend bool operator==(const MoveSum&, const MoveSum&) = default;
};

enum class TransferStatus : std::uint8_t { waiting, done, failed };
inline constexpr int transfer_status_count = 3;
std::string_view id_of(TransferStatus status);

// A document on its way to the accounting system. Its id is the key under which that system takes it once.
struct AccountingTransfer {
    std::int64_t shop_id = 0;
    std::string document_id{};
    std::string order_id{};
    TransferStatus status = TransferStatus::waiting;
    std::string link{};   // Where it can be seen there.
    std::string fault{};  // Why the last attempt did not succeed.
    std::int64_t attempts = 0;
    std::int64_t due_at_ms = 0;
    std::int64_t created_at_ms = 0;
    std::optional<std::int64_t> done_at_ms{};
    friend bool operator==(const AccountingTransfer&, const AccountingTransfer&) = default;
};

struct BooksReader {
    virtual ~BooksReader() = default;
    // In the order in which they were booked, behind the one given; `to_ms` is not included.
    virtual std::vector<domain::MoneyMove> moves_between(
        std::int64_t shop_id, std::int64_t from_ms, std::int64_t to_ms,
        const std::optional<std::pair<std::int64_t, std::string>>& after, std::int32_t limit) = 0;
    virtual std::optional<domain::MoneyMove> find_move(std::int64_t shop_id, std::string_view move_id) = 0;
    virtual std::vector<domain::MoneyMove> moves_of_order(std::int64_t shop_id, std::string_view order_id) = 0;
    virtual std::vector<DocumentSum> document_sums(std::int64_t shop_id, std::int64_t from_ms, std::int64_t to_ms) = 0;
    virtual std::vector<MoveSum> move_sums(std::int64_t shop_id, std::int64_t from_ms, std::int64_t to_ms) = 0;
    // By document.
    virtual std::vector<AccountingTransfer> transfers_of(std::int64_t shop_id, std::string_view order_id) = 0;
    // Of all shops, whose turn it is, the longest due first.
    virtual std::vector<AccountingTransfer> due_transfers(std::int64_t now_ms, std::int32_t limit) = 0;
};

// Inside a unit of work.
struct BooksStore {
    virtual ~BooksStore() = default;
    // A movement that is there already stays as it is.
    virtual void add(const domain::MoneyMove& move) = 0;
    // A document that waits or was handed over already stays as it is.
    virtual void queue(const AccountingTransfer& transfer) = 0;
    virtual void save(const AccountingTransfer& transfer) = 0;
};

}  // namespace commis::ports
