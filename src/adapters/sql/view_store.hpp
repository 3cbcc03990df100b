// Saved views on either engine.
#pragma once

#include "adapters/sql/engine/session.hpp"
#include "ports/view_store.hpp"

namespace commis::sql {

class ViewStore final : public ports::ViewStore {
public:
    explicit ViewStore(Session& session) : session_(session) {}

    std::vector<ports::SavedView> list(std::int64_t shop_id, std::string_view owner_id) override;
    std::optional<ports::SavedView> lock(std::int64_t shop_id, std::string_view view_id) override;
    void insert(const ports::SavedView& view) override;
    void save(const ports::SavedView& view) override;
    void remove(std::int64_t shop_id, std::string_view view_id) override;

private:
    Session& session_;
};

}  // namespace commis::sql
