#include "adapters/fake/views.hpp"

#include <algorithm>

#include "adapters/sql/text_keys.hpp"

namespace commis::fake {

using ports::SavedView;

std::vector<SavedView> ViewStore::list(std::int64_t shop_id, std::string_view owner_id) {
    std::vector<SavedView> views;
    for (const auto& [key, view] : data_.views) {
        if (key.first == shop_id && (view.shared || view.owner_id == owner_id)) views.push_back(view);
    }
    std::ranges::sort(views, {}, [](const SavedView& view) { return std::tie(view.position, view.id); });
    return views;
}

std::optional<SavedView> ViewStore::lock(std::int64_t shop_id, std::string_view view_id) {
    const auto found = data_.views.find({shop_id, std::string(view_id)});
    if (found == data_.views.end()) return std::nullopt;
    return found->second;
}

void ViewStore::expect_free_name(const SavedView& view) const {
    for (const auto& [key, other] : data_.views) {
        const bool is_rival = other.owner_id == view.owner_id || (other.shared && view.shared);
        const bool is_same = key.first == view.shop_id && sql::case_key(other.name) == sql::case_key(view.name);
        if (is_rival && is_same && other.id != view.id) throw ports::AlreadyExists("saved_views");
    }
}

void ViewStore::insert(const SavedView& view) {
    expect_free_name(view);
    data_.views[{view.shop_id, view.id}] = view;
}

void ViewStore::save(const SavedView& view) { insert(view); }

void ViewStore::remove(std::int64_t shop_id, std::string_view view_id) {
    data_.views.erase({shop_id, std::string(view_id)});
}

}  // namespace commis::fake
