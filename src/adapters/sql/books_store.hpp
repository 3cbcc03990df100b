// The register of money that moved, and what goes to accounting, on either engine.
#pragma once

#include "adapters/sql/engine/session.hpp"
#include "ports/books_store.hpp"

namespace commis::sql {

class BooksReader final : public ports::BooksReader {
public:
    explicit BooksReader(Session& session) : session_(session) {}
    std::vector<domain::MoneyMove> moves_between(std::int64_t shop_id, std::int64_t from_ms, std::int64_t to_ms,
                                                 const std::optional<std::pair<std::int64_t, std::string>>& after,
                                                 std::int32_t limit) override;
    std::optional<domain::MoneyMove> find_move(std::int64_t shop_id, std::string_view move_id) override;
    std::vector<domain::MoneyMove> moves_of_order(std::int64_t shop_id, std::string_view order_id) override;
    std::vector<ports::DocumentSum> document_sums(std::int64_t shop_id, std::int64_t from_ms,
                                                  std::int64_t to_ms) override;
    std::vector<ports::MoveSum> move_sums(std::int64_t shop_id, std::int64_t from_ms, std::int64_t to_ms) override;
    std::vector<ports::AccountingTransfer> transfers_of(std::int64_t shop_id, std::string_view order_id) override;
    std::vector<ports::AccountingTransfer> due_transfers(std::int64_t now_ms, std::int32_t limit) override;

private:
    Session& session_;
};

class BooksStore final : public ports::BooksStore {
public:
    explicit BooksStore(Session& session) : session_(session) {}
    void add(const domain::MoneyMove& move) override;
    void queue(const ports::AccountingTransfer& transfer) override;
    void save(const ports::AccountingTransfer& transfer) override;

private:
    Session& session_;
};

}  // namespace commis::sql
