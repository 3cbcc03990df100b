// Saved views: an order list with its filters, order and columns, under a name; own ones and those shared with
// everybody.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace commis::ports {

// The list over all of an operator's shops has views of its own, under this number.
inline constexpr std::int64_t all_shops_id = 0;

struct SavedView {
    std::int64_t shop_id = all_shops_id;
    std::string id;
    std::string owner_id;
    std::string owner_name;
    std::string name;
    std::string query;         // As in the address: "queue=to_ship&sort=-total".
    std::string columns_json;  // [{"id": …, "width": …}]; an empty list: the list's usual columns.
    bool shared = false;
    std::int64_t position = 0;  // Among the views that somebody sees.
    std::int64_t created_at_ms = 0;
    std::int64_t updated_at_ms = 0;
};

struct ViewReader {
    virtual ~ViewReader() = default;
    // Whatever this person sees in the shop: the own ones and the shared ones, by position and then by age.
    virtual std::vector<SavedView> list(std::int64_t shop_id, std::string_view owner_id) = 0;
};

struct ViewStore : ViewReader {
    virtual std::optional<SavedView> lock(std::int64_t shop_id, std::string_view view_id) = 0;
    virtual void insert(const SavedView& view) = 0;  // Unique violation when the name is taken, without case …
    virtual void save(const SavedView& view) = 0;    // … among the owner's own, or among the shared ones.
    virtual void remove(std::int64_t shop_id, std::string_view view_id) = 0;
};

}  // namespace commis::ports
