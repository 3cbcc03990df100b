// Bank entries on either engine.
#pragma once

#include "adapters/sql/engine/session.hpp"
#include "ports/bank_store.hpp"

namespace commis::sql {

class BankReader final : public ports::BankReader {
public:
    explicit BankReader(Session& session) : session_(session) {}

    std::optional<ports::BankRecord> find(std::int64_t shop_id, std::string_view entry_id) override;
    std::vector<ports::BankRecord> find_many(std::int64_t shop_id, const std::vector<std::string>& entry_ids) override;
    std::vector<ports::BankRecord> list(const ports::BankFilter& filter) override;
    std::int64_t count(std::int64_t shop_id, ports::BankStatus status, std::int64_t limit) override;
    std::optional<ports::BankRecord> find_identity(std::int64_t shop_id, std::string_view identity) override;
    std::vector<ports::BankRecord> of_booking(std::int64_t shop_id, std::string_view booking_key) override;
    std::vector<ports::BankRecord> booked_of(std::int64_t shop_id, std::int64_t amount_minor) override;
    std::vector<ports::BankRecord> open_of(std::int64_t shop_id, std::int64_t amount_minor) override;
    std::optional<ports::BankStatementRow> newest_statement(std::int64_t shop_id) override;
    std::vector<ports::SavedMapping> mappings(std::int64_t shop_id) override;
    std::vector<std::string> orders_with_digits(std::int64_t shop_id, const std::vector<std::string>& digits) override;
    std::vector<std::string> orders_with_due(std::int64_t shop_id, std::int64_t amount_minor) override;

private:
    Session& session_;
};

class BankStore final : public ports::BankStore {
public:
    explicit BankStore(Session& session) : session_(session) {}

    bool insert(const ports::BankRecord& record) override;
    std::optional<ports::BankRecord> lock(std::int64_t shop_id, std::string_view entry_id) override;
    void save(const ports::BankRecord& record) override;
    void insert_statement(const ports::BankStatementRow& statement) override;
    void save_mapping(const ports::SavedMapping& saved) override;
    bool remove_mapping(std::int64_t shop_id, std::string_view account) override;

private:
    Session& session_;
};

}  // namespace commis::sql
