// Saved views, in memory.
#pragma once

#include "adapters/fake/data.hpp"

namespace commis::fake {

class ViewStore final : public ports::ViewStore {
public:
    explicit ViewStore(Data& data) : data_(data) {}
    std::vector<ports::SavedView> list(std::int64_t shop_id, std::string_view owner_id) override;
    std::optional<ports::SavedView> lock(std::int64_t shop_id, std::string_view view_id) override;
    void insert(const ports::SavedView& view) override;
    void save(const ports::SavedView& view) override;
    void remove(std::int64_t shop_id, std::string_view view_id) override;

private:
    void expect_free_name(const ports::SavedView& view) const;
    Data& data_;
};

}  // namespace commis::fake
