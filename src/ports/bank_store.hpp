// What banks told of a shop's accounts: one row a transfer, known by its identity, so that the same money is never
// taken in twice; and the numbers by which orders are found in what people write.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/bank_statement.hpp"
#include "domain/table_mapping.hpp"

namespace commis::ports {

// Money that went out is kept for completeness and asks for nothing.
enum class BankStatus : std::uint8_t { open, booked, returned, dismissed, outgoing };
inline constexpr int bank_status_count = 5;
std::string_view id_of(BankStatus status);
std::optional<BankStatus> find_bank_status(std::string_view id);

// What of a transfer stands booked on an order.
struct BankShare {
    std::string order_id{};
    std::string number{};
    std::int64_t amount_minor = 0;
    friend bool operator==(const BankShare&, const BankShare&) = default;
};

struct BankRecord {
    std::int64_t shop_id = 0;
    std::string id{};
    std::string statement_id{};
    // Its `identity` and `booking_key` are digests here.
    domain::BankEntry entry{};
    BankStatus status = BankStatus::open;
    bool is_automatic = false;  // Booked by itself, because everything fitted.
    std::vector<BankShare> shares{};
    std::string returns_id{};  // Of a return: the transfer that it takes back.
    std::string payout_id{};   // Of a payment service's payout: which one; no order has a part in it then.
    std::optional<std::int64_t> settled_at_ms{};
    std::string settled_by{};
    std::string note{};
    std::int64_t created_at_ms = 0;
    friend bool operator==(const BankRecord&, const BankRecord&) = default;
};

// A file that was taken in.
struct BankStatementRow {
    std::int64_t shop_id = 0;
    std::string id{};
    std::string name{};
    std::int64_t entries = 0;  // In the file …
    std::int64_t known = 0;    // … of which so many were known before.
    std::string by{};
    std::int64_t created_at_ms = 0;
    friend bool operator==(const BankStatementRow&, const BankStatementRow&) = default;
};

// How the tables of an account are read.
struct SavedMapping {
    std::int64_t shop_id = 0;
    domain::TableMapping mapping{};
    std::string by{};
    std::int64_t updated_at_ms = 0;
    friend bool operator==(const SavedMapping&, const SavedMapping&) = default;
};

struct BankFilter {
    std::int64_t shop_id = 0;
    std::optional<BankStatus> status{};
    std::string after_id{};  // Newest first, below this id.
    std::int32_t limit = 50;
};

struct BankReader {
    virtual ~BankReader() = default;
    virtual std::optional<BankRecord> find(std::int64_t shop_id, std::string_view entry_id) = 0;
    // Several at once; in no order.
    virtual std::vector<BankRecord> find_many(std::int64_t shop_id, const std::vector<std::string>& entry_ids) = 0;
    virtual std::vector<BankRecord> list(const BankFilter& filter) = 0;
    // Up to `limit`: enough to say "more than".
    virtual std::int64_t count(std::int64_t shop_id, BankStatus status, std::int64_t limit) = 0;
    virtual std::optional<BankRecord> find_identity(std::int64_t shop_id, std::string_view identity) = 0;
    // The entries of one line of a statement, however a file split it.
    virtual std::vector<BankRecord> of_booking(std::int64_t shop_id, std::string_view booking_key) = 0;
    // Booked transfers of this amount, newest first: what a return may take back.
    virtual std::vector<BankRecord> booked_of(std::int64_t shop_id, std::int64_t amount_minor) = 0;
    // Waiting credits of this amount, the newest first: where a payout may have arrived.
    virtual std::vector<BankRecord> open_of(std::int64_t shop_id, std::int64_t amount_minor) = 0;
    // The newest file.
    virtual std::optional<BankStatementRow> newest_statement(std::int64_t shop_id) = 0;
    // How the shop's tables are read, by account.
    virtual std::vector<SavedMapping> mappings(std::int64_t shop_id) = 0;

    // Orders with a number of these digits, or whose number ends in them behind its prefix; removed ones among them. Of
    // numbers that too many have, some.
    virtual std::vector<std::string> orders_with_digits(std::int64_t shop_id,
                                                        const std::vector<std::string>& digits) = 0;
    // Orders on which exactly this is due; at most 20.
    virtual std::vector<std::string> orders_with_due(std::int64_t shop_id, std::int64_t amount_minor) = 0;
};

// Inside a unit of work.
struct BankStore {
    virtual ~BankStore() = default;
    // False when an entry of this identity is there; nothing is written then.
    virtual bool insert(const BankRecord& record) = 0;
    virtual std::optional<BankRecord> lock(std::int64_t shop_id, std::string_view entry_id) = 0;
    // What may change: status, shares, and who settled it when and why.
    virtual void save(const BankRecord& record) = 0;
    virtual void insert_statement(const BankStatementRow& statement) = 0;
    // In place of the one that its account has.
    virtual void save_mapping(const SavedMapping& saved) = 0;
    // False when there is none.
    virtual bool remove_mapping(std::int64_t shop_id, std::string_view account) = 0;
};

}  // namespace commis::ports
