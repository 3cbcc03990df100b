// Writes orders on either engine. A new order costs one statement a table; a change writes what differs.
#pragma once

#include "adapters/sql/engine/session.hpp"
#include "ports/order_store.hpp"

namespace commis::sql {

class OrderStore final : public ports::OrderStore {
public:
    explicit OrderStore(Session& session) : session_(session) {}

    std::optional<domain::Order> lock(std::int64_t shop_id, std::string_view order_id) override;
    std::optional<std::string> find_external(std::int64_t shop_id, std::string_view channel,
                                             std::string_view external_id) override;
    void insert(const domain::Decision& decision, const domain::Projection& projection,
                const domain::NewId& new_id) override;
    void save(const domain::Order& before, const domain::Decision& decision, const domain::Projection& projection,
              const domain::NewId& new_id) override;
    void save_projection(std::int64_t shop_id, std::string_view order_id,
                         const domain::Projection& projection) override;
    domain::TakenNumber take_number(std::int64_t shop_id, std::string_view series, std::int64_t year) override;
    void create_range(std::int64_t shop_id, std::string_view series, std::string_view prefix, std::int64_t next,
                      std::int64_t width) override;
    void save_draft(std::int64_t shop_id, std::string_view order_id, const ports::RevisionDraft& draft) override;
    void delete_draft(std::int64_t shop_id, std::string_view order_id) override;
    void mark_seen(std::int64_t shop_id, std::string_view order_id) override;

private:
    Session& session_;
};

}  // namespace commis::sql
